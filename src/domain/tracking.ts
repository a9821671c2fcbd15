/** Parameters that say where a reader came from, not what they read: families of names, then single ones. */
const families = [
  'utm_?\\w*',
  '(?:at|cx|elq|fb|gad|guce|hsa|itm|matomo|mc|mtm|ns|oly|piwik|pk|rtm|share|soc|trk|tw|vero|wt)_\\w+',
  '(?:int|sc)_(?:campaign|channel|cid|content|medium|source|src)',
  'wt\\.\\w+',
  'elq\\w+',
  '__(?:cft__|hs|s|source|tn__|twitter_impression)\\w*',
  '_(?:branch_\\w+|ga|gac|gid|gl|hsenc|hsmi|kx|openstat)',
  'sp(?:jobid|mailingid|reportid|userid)',
  'amp_\\w+',
  'ref_?(?:src|url)|referr?er',
];
const single =
  'bxid ceid cmp cmp_id cmpid cndid dclid dicbo ef_id emci emdi esrc extid fbclid ftag ftcamp gbraid gclid gclsrc guccounter hsctatracking hss_channel icid igsh igshid igsi intcid intcmp irclickid ito li_fat_id mbid mibextid mkt_tok msclkid ncid nsukey ob_click_id oborigurl ocid partner rb_clickid rdt_cid reflink s_cid s_kwcid scm sfnsn sharetoken smid smtyp smvar spm sr_share srsltid taid tblci tpcc trackingid trk ttclid twclid unlocked_article_code usqp wbraid wickedid xing_share xtor yclid ymclid ysclid zanpid'.split(
    ' ',
  );
const names = new RegExp(`^(?:${[...families, ...single].join('|')})$`, 'i');

/** Parameters that name a channel at some publishers, and an article at others. */
const channelNames =
  /^(?:ref|source|src|via|from|share|shared|sh|feature|feed|rss|campaign|medium|traffic_source)$/i;
const channels = new Set(
  'rss atom feed feeds twitter tw x fb facebook instagram ig linkedin reddit pinterest whatsapp telegram tiktok youtube google googlenews gnews bing yahoo flipboard pocket apple smartnews newsbreak upday hn hackernews producthunt newsletter newsletters nl mail email e-mail push notification app ios android mobile amp web desktop share shared sharing social copy link bookmark home homepage hp front frontpage nav navigation menu header footer sidebar related recommended recirc trending popular search widget banner teaser ticker'.split(
    ' ',
  ),
);

/** Whether a parameter can be left out of an address, and the same page is meant. */
export function isTracking(name: string, value: string): boolean {
  if (names.test(name)) return true;
  if (!channelNames.test(name)) return false;
  if (/^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}$/i.test(value) && value.length <= 60) return true; // another site
  return (
    value.length <= 60 &&
    value
      .toLowerCase()
      .split(/[-_.\s]/)
      .some((word) => channels.has(word))
  );
}
