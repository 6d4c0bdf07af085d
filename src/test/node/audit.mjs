// Runs the GraphQL-over-HTTP audit suite against the address given and prints one line a finding that is not ok.
// Started by GraphQlOverHttpTest in a folder that has graphql-http and graphql installed; AUTHORIZATION comes from its environment.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(pathToFileURL(process.cwd() + '/'));
const { auditServer } = require('graphql-http');

const asked = (url, init = {}) =>
    fetch(url, { ...init, headers: { ...init.headers, Authorization: process.env.AUTHORIZATION } });

const results = await auditServer({ url: process.argv[2], fetchFn: asked });
const counts = {};
for (const result of results) {
    counts[result.status] = (counts[result.status] ?? 0) + 1;
    if (result.status !== 'ok') {
        console.log(`${result.status} ${result.id} ${result.name}: ${result.reason ?? ''}`);
    }
}
console.log(`counts ${JSON.stringify(counts)}`);
