/** Pages that lead on to the address in one of their parameters. */
const leaders: readonly {
  readonly host: RegExp;
  readonly path: RegExp;
  readonly names: readonly string[];
}[] = [
  { host: /^(?:www\.)?google\.[a-z.]{2,6}$/, path: /^\/url$/, names: ['url', 'q'] },
  {
    host: /^(?:lm?|m|www)\.(?:facebook|messenger)\.com$/,
    path: /^\/(?:l|flx\/warn\/?)(?:\.php)?$/,
    names: ['u'],
  },
  { host: /^l\.(?:instagram|threads|messenger)\.(?:com|net)$/, path: /^\/?$/, names: ['u'] },
  { host: /^(?:www\.|m\.)?youtube\.com$/, path: /^\/redirect$/, names: ['q'] },
  { host: /^out\.reddit\.com$/, path: /^\//, names: ['url'] },
  { host: /^t\.umblr\.com$/, path: /^\/redirect$/, names: ['z'] },
  { host: /^(?:m\.)?vk\.com$/, path: /^\/away\.php$/, names: ['to'] },
  { host: /^(?:www\.)?linkedin\.com$/, path: /^\/(?:redir\/redirect|safety\/go)\/?$/, names: ['url'] },
  { host: /^slack-redir\.net$/, path: /^\/link$/, names: ['url'] },
  { host: /^(?:html\.)?duckduckgo\.com$/, path: /^\/l\/?$/, names: ['uddg'] },
  { host: /^(?:www\.)?bing\.com$/, path: /^\/news\/apiclick\.aspx$/, names: ['url'] },
  { host: /\.safelinks\.protection\.outlook\.com$/, path: /^\//, names: ['url'] },
];

const mostWrappings = 3;

/** The address that a wrapped one leads to: of a page kept for Google's AMP readers, or behind a page that counts clicks. */
export function unwrapped(url: URL): URL {
  let inner = url;
  for (let count = 0; count < mostWrappings; count += 1) {
    const next = inCache(inner) ?? behind(inner);
    if (next === undefined) break;
    inner = next;
  }
  return inner;
}

/** "https://www.google.com/amp/s/bell.example/ferry", "https://bell-example.cdn.ampproject.org/c/s/bell.example/ferry". */
function inCache({ hostname, pathname, search }: URL): URL | undefined {
  const kept =
    hostname.endsWith('.ampproject.org') && hostname.includes('cdn.')
      ? /^\/(?:[a-z]{1,3}\/)(s\/)?(.+)$/.exec(pathname)
      : /^(?:www\.)?google\.[a-z.]{2,6}$/.test(hostname)
        ? /^\/amp\/(s\/)?(.+)$/.exec(pathname)
        : null;
  if (kept === null) return undefined;
  return webUrl(`http${kept[1] === undefined ? '' : 's'}://${kept[2]}${search}`);
}

function behind({ hostname, pathname, searchParams }: URL): URL | undefined {
  const leader = leaders.find(({ host, path }) => host.test(hostname) && path.test(pathname));
  const target = leader?.names.map((name) => searchParams.get(name)).find((value) => value !== null);
  return target == null ? undefined : webUrl(target);
}

function webUrl(written: string): URL | undefined {
  const url = URL.parse(written) ?? undefined;
  const isWeb = (url?.protocol === 'http:' || url?.protocol === 'https:') && url.hostname.includes('.');
  return isWeb ? url : undefined;
}
