import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { root } from '../machine.ts';
import { type SamplePage, type Teaser, templates } from './page-templates.ts';

/** A page and the article that people see on it. */
interface KnownPage {
  readonly name: string;
  readonly html: string;
  readonly url: string;
  readonly body: string;
}

export interface PageSet {
  readonly name: string;
  readonly pages: readonly KnownPage[];
}

const goldSchema = z.object({
  title: z.string(),
  standfirst: z.string().optional(),
  furniture: z.array(z.string()),
  body: z.array(z.string()),
});

const teaserCount = 5;

/** Our own articles in the templates of several kinds of sites, each beside teasers of the others. */
export function samplePages(): PageSet {
  const folder = join(root, 'data', 'gold');
  const samples = globSync('*.json', { cwd: folder })
    .toSorted()
    .map((file): SamplePage => goldSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))));
  const pages = samples.flatMap((sample, index) => {
    const others = [...samples.slice(index + 1), ...samples.slice(0, index)].slice(0, teaserCount);
    const teasers = others.map(({ title, body }): Teaser => ({ title, words: body[0] ?? '' }));
    return Object.entries(templates).map(([name, template]) => ({
      name: `${sample.title}, ${name}`,
      html: template(sample, teasers),
      url: `https://orme-echo.example/news/${name}-${index}`,
      body: sample.body.join('\n\n'),
    }));
  });
  return { name: `${pages.length} pages made of the samples`, pages };
}

const truthSchema = z.record(z.string(), z.object({ articleBody: z.string(), url: z.url() }));

/** Saved pages for measuring that are kept beside the project by those who develop it; other people's words. */
export function developmentPages(tell: (line: string) => void): readonly PageSet[] {
  const folder = join(root, '..', 'shared', 'eval', 'ingest', 'articles');
  const truth = join(folder, 'ground-truth.json');
  if (!existsSync(truth)) {
    tell('ingest: ../shared has no saved pages; they are left out');
    return [];
  }
  const bodies = truthSchema.parse(JSON.parse(readFileSync(truth, 'utf8')));
  const pages = Object.entries(bodies).map(
    ([id, { articleBody, url }]): KnownPage => ({
      name: id,
      html: gunzipSync(readFileSync(join(folder, 'html', `${id}.html.gz`))).toString('utf8'),
      url,
      body: articleBody,
    }),
  );
  return [{ name: `${pages.length} saved pages of the web`, pages }];
}
