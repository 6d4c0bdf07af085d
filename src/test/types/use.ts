// What a front end does with the types: one ready query for each kind of user, read without a cast.

import type { BroughtAFriendMutation, ClientsWhoMatterQuery, NetworkOfAClientQuery, WatchReferralsSubscription } from './kith.js';

export function network(answer: NetworkOfAClientQuery): readonly string[] {
  return answer.clients.edges.flatMap(({ node }) => node.downline.edges.map((edge) => `${edge.node.generation} ${edge.node.client.id}`));
}

export function first(answer: ClientsWhoMatterQuery): number | undefined {
  return answer.influenceRanking.edges[0]?.node.downstreamValue.amount;
}

export function friend(answer: BroughtAFriendMutation): string {
  return answer.recordReferral.referred.name;
}

export function told(event: WatchReferralsSubscription): 'RECORDED' | 'CREDITED' | 'CONVERTED' | 'RETRACTED' {
  return event.referralEvents.kind;
}
