import type { Emulator } from '../../emulator/start.ts';

export interface ApiResult {
  readonly status: number;
  readonly headers: Headers;
  readonly body: {
    readonly [key: string]: unknown;
    readonly id?: string;
    readonly code?: number;
    readonly errors?: unknown;
  };
}

interface Sent {
  readonly body?: unknown;
  readonly files?: Readonly<Record<string, string>>;
  readonly token?: string;
}

function multipart(body: unknown, files: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  form.append('payload_json', JSON.stringify(body));
  for (const [index, [name, text]] of Object.entries(files).entries())
    form.append(`files[${index}]`, new Blob([text]), name);
  return form;
}

/** One request to the emulator as its bot makes it; the path is below /api/v10. */
export async function request(
  { url, token: own }: Emulator,
  method: string,
  path: string,
  { body, files, token = own }: Sent = {},
): Promise<ApiResult> {
  const authorization = { authorization: `Bot ${token}` };
  const json = body === undefined ? {} : { body: JSON.stringify(body) };
  const response = await fetch(`${url}/v10${path}`, {
    method,
    ...(files === undefined
      ? { headers: { ...authorization, 'content-type': 'application/json' }, ...json }
      : { headers: authorization, body: multipart(body, files) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? {} : JSON.parse(text) };
}

/** The codes of a 50035 tree by the place each stands at: "embeds.0.title" to "BASE_TYPE_MAX_LENGTH". */
export function mistakesOf(errors: unknown, path: readonly string[] = []): Record<string, string> {
  if (typeof errors !== 'object' || errors === null) return {};
  const found = Object.entries(errors).map(([key, inner]): Record<string, string> => {
    if (key !== '_errors') return mistakesOf(inner, [...path, key]);
    const codes: string[] = Array.isArray(inner) ? inner.map(({ code }) => String(code)) : [];
    return { [path.join('.')]: codes.join(' ') };
  });
  return Object.assign({}, ...found);
}
