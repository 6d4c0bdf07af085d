// Opens GraphiQL on this Kith, with a ready query for each kind of user.

const marketing = `# For marketing: the network around one client. Find her by name, pinyin (wangwei, ww), phone or number.
query NetworkOfAClient {
  clients(search: "wang", first: 3) {
    edges {
      node {
        id
        name
        upline {
          generation
          client { id name }
        }
        downlineSummary {
          clients
          converted
          netRevenue { amount currency }
          generations { generation clients converted }
        }
        downline(maxGenerations: 2, first: 10) {
          edges { node { generation client { id name } } }
        }
      }
    }
  }
}
`;

const frontEnd = `# For front ends: a page of clients in one request, each with the one who brought her and her latest visits.
query PageOfClients($after: String) {
  clients(orderBy: JOINED_ON, first: 20, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges {
      node {
        id
        name
        joinedOn
        referrer { id name }
        visits(first: 3) { edges { node { at paid { amount } } } }
      }
    }
  }
}
`;

const manager = `# For managers: who matters most, and why.
query ClientsWhoMatter {
  influenceRanking(by: DOWNSTREAM_VALUE, first: 20) {
    edges {
      node {
        client { id name netRevenue { amount currency } downlineSummary { clients converted depth } }
        downstreamValue { amount }
        directCredit { amount }
        chainCredit { amount }
        score
        components { name raw percentile weight points }
      }
    }
  }
}
`;

/** What access asks of a browser: the token of its cookie, sent back as a header. */
function tokenHeader() {
    const token = document.cookie.match(/(?:^|; )XSRF-TOKEN=([^;]+)/);
    return token ? { 'X-XSRF-TOKEN': decodeURIComponent(token[1]) } : {};
}

async function ask(request) {
    const answer = await fetch('/graphql', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Accept: 'application/json', ...tokenHeader() },
        body: JSON.stringify(request),
    });
    return answer.json();
}

ReactDOM.createRoot(document.getElementById('graphiql')).render(
    React.createElement(GraphiQL, {
        fetcher: ask,
        defaultTabs: [{ query: marketing }, { query: frontEnd }, { query: manager }],
        defaultEditorToolsVisibility: true,
    }),
);
