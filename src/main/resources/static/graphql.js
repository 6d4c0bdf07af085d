// Asks Kith: GraphQL over HTTP with the session's cookie, and the token of the other cookie sent back as a header.

/** A refusal with its stable code. */
export class Refused extends Error {
  constructor(message, code, trace) {
    super(message);
    this.code = code;
    this.trace = trace;
  }
}

function tokenHeader() {
  const token = document.cookie.match(/(?:^|; )XSRF-TOKEN=([^;]+)/);
  return token ? { 'X-XSRF-TOKEN': decodeURIComponent(token[1]) } : {};
}

function signInAgain() {
  location.assign(`/sign-in.html${location.hash}`);
}

async function send(path, options) {
  let answer;
  try {
    answer = await fetch(path, options);
  } catch (failure) {
    if (failure.name === 'AbortError') {
      throw failure;
    }
    throw new Refused(failure.message, 'UNREACHABLE');
  }
  if (answer.status === 401) {
    signInAgain();
    throw new Refused('', 'SIGN_IN');
  }
  return answer;
}

function post(body, accept, signal) {
  return send('/graphql', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: accept, ...tokenHeader() },
    body: JSON.stringify(body),
    signal,
  });
}

function refusal(errors) {
  const [first] = errors;
  return new Refused(first.message, first.extensions?.code ?? 'ERROR', first.extensions?.trace);
}

/** The data of a query or mutation; throws what Kith refuses. */
export async function ask(query, variables = {}, { signal } = {}) {
  const answer = await post({ query, variables }, 'application/json', signal);
  if (!answer.ok) {
    throw new Refused(answer.statusText, `HTTP_${answer.status}`);
  }
  const { data, errors } = await answer.json();
  if (errors?.length) {
    throw refusal(errors);
  }
  return data;
}

/** Calls `told` with each answer of a subscription until it ends. */
export async function watch(query, variables, told, { signal } = {}) {
  const answer = await post({ query, variables }, 'text/event-stream', signal);
  if (!answer.ok) {
    throw new Refused(answer.statusText, `HTTP_${answer.status}`);
  }
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) {
      return;
    }
    text += value;
    const events = text.split(/\r?\n\r?\n/);
    text = events.pop();
    for (const event of events) {
      const lines = event.split(/\r?\n/).filter((line) => line.startsWith('data:'));
      if (lines.length) {
        const { data, errors } = JSON.parse(lines.map((line) => line.slice(5)).join('\n') || '{}');
        if (errors?.length) {
          throw refusal(errors);
        }
        if (data) {
          told(data);
        }
      }
    }
  }
}

/** Sends files; the answer is JSON. */
export async function upload(path, files) {
  const form = new FormData();
  files.forEach((file) => form.append('files', file, file.name));
  const answer = await send(path, { method: 'POST', headers: { Accept: 'application/json', ...tokenHeader() }, body: form });
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}));
    throw new Refused(problem.detail ?? problem.message ?? answer.statusText, problem.code ?? `HTTP_${answer.status}`);
  }
  return answer.json();
}

/** Ends the session. */
export async function signOut() {
  await send('/sign-out', { method: 'POST', headers: tokenHeader() });
  location.assign('/sign-in.html');
}
