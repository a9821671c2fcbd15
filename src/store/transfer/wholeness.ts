/** Looks at a store that both engines make by the same SQL; each row has a `flaw`. */
export const wholeness = {
  parts: `select 'article ' || a.id || ' lacks the text of its version ' || a.version as flaw from article a
     left join article_text t on t.id = a.id and t.version = a.version where t.id is null`,
  speakers: `select 'speaker ' || s.name || ' is counted in ' || s.article_count || ' articles, and quoted in '
          || (select count(*) from article_speaker q where q.speaker_id = s.speaker_id) as flaw
     from speaker s
    where s.article_count <> (select count(*) from article_speaker q where q.speaker_id = s.speaker_id)`,
  feeds: `select 'feed ' || f.id || ' is followed by nobody' as flaw from feed f
    where not exists (select 1 from subscription s where s.feed_id = f.id)`,
} as const;
