package io.kith.bench;

import java.util.List;

/**
 * One kind of request, as Kith and as the bare driver are asked.
 *
 * @param graphQl a document with the variable {@code $id}
 * @param cypher a statement with the parameter {@code $id} that returns the same data
 * @param ids whom it is asked about, one after another
 */
record Question(String name, String graphQl, String cypher, List<String> ids) {

    static List<Question> all(Workload workload) {
        return List.of(
                new Question(
                        "upline of a deep client",
                        "query($id: ID!) { client(id: $id) { upline { generation client { id name } } } }",
                        """
                        MATCH (client:Client {id: $id}) (()<-[links:REFERRED]-()){1,} (above:Client)
                        RETURN size(links) AS generation, above.id AS id, above.name AS name
                        ORDER BY generation
                        """,
                        workload.deepest),
                new Question("downlineSummary, anyone", SUMMARY, SUMMARY_CYPHER, workload.anyone),
                new Question("downlineSummary, 100 largest", SUMMARY, SUMMARY_CYPHER, workload.largest),
                new Question(
                        "nested list of three levels",
                        "query($id: ID!) { client(id: $id) { id name downline(maxGenerations: 1, first: 20) { edges { node {"
                                + " client { id name downline(maxGenerations: 1, first: 20) { edges { node {"
                                + " client { id name } } } } } } } } } }",
                        """
                        MATCH (client:Client {id: $id})
                        RETURN client.id AS id, client.name AS name, COLLECT {
                          MATCH (client)-[:REFERRED]->(friend:Client)
                          WITH friend ORDER BY friend.id LIMIT 20
                          RETURN {id: friend.id, name: friend.name, friends: COLLECT {
                            MATCH (friend)-[:REFERRED]->(next:Client)
                            WITH next ORDER BY next.id LIMIT 20
                            RETURN {id: next.id, name: next.name}
                          }}
                        } AS friends
                        """,
                        workload.anyone),
                new Question(
                        "touchpoints by staff",
                        "query($id: ID!) { client(id: $id) { staffTies { staff { id name } strength contacts lastAt } } }",
                        """
                        MATCH (client:Client {id: $id})
                        CALL (client) {
                          MATCH (client)-[:HAD_TOUCHPOINT]->(touchpoint:Touchpoint)-[:WITH]->(staff:Staff)
                          RETURN staff, touchpoint.at AS at, touchpoint.kind AS kind, touchpoint.satisfaction AS satisfaction,
                            touchpoint.rapport AS rapport
                          UNION ALL
                          MATCH (client)-[:HAD_VISIT]->(visit:Visit)-[:SERVED_BY]->(staff:Staff)
                          RETURN staff, visit.at AS at, 'VISIT' AS kind, null AS satisfaction, null AS rapport
                        }
                        RETURN staff.id AS id, staff.name AS name, collect({at: at, kind: kind, satisfaction: satisfaction,
                          rapport: rapport}) AS contacts
                        """,
                        workload.anyone));
    }

    private static final String SUMMARY =
            "query($id: ID!) { client(id: $id) { downlineSummary { clients converted depth"
                    + " netRevenue { amount } generations { generation clients converted netRevenue { amount } } } } }";

    private static final String SUMMARY_CYPHER = """
            MATCH (client:Client {id: $id}) (()-[links:REFERRED]->()){1,} (below:Client)
            RETURN size(links) AS generation, count(below) AS clients,
              count(CASE WHEN last(links).converted THEN 1 END) AS converted, sum(below.netRevenue) AS netRevenue
            ORDER BY generation
            """;
}
