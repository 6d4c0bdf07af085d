FROM eclipse-temurin:21-jdk AS build
WORKDIR /kith
COPY .mvn .mvn
COPY mvnw pom.xml ./
COPY src src
COPY cypher cypher
COPY graphql-schema graphql-schema
RUN ./mvnw -B -q -Dmaven.test.skip=true package \
  && java -Djarmode=tools -jar target/kith.jar extract --destination target/kith

FROM eclipse-temurin:21-jre
RUN useradd --system --home-dir /kith kith && mkdir -p /kith/data && chown -R kith /kith
WORKDIR /kith
COPY --from=build /kith/target/kith/lib/ lib/
COPY --from=build /kith/target/kith/kith.jar ./
USER kith
ENV JDK_JAVA_OPTIONS="--add-opens=java.base/java.nio=ALL-UNNAMED --add-opens=java.base/java.io=ALL-UNNAMED --add-opens=java.base/sun.nio.ch=ALL-UNNAMED"
# A start that ends when all is put together; what it loaded is kept, so that later starts need not read and check it again.
RUN java -XX:ArchiveClassesAtExit=kith.jsa -Dspring.context.exit=onRefresh -jar kith.jar \
    --server.port=0 --kith.store.directory=/tmp/kith/store && rm -rf /tmp/kith
VOLUME /kith/data
EXPOSE 8080
ENTRYPOINT ["java", "-XX:SharedArchiveFile=kith.jsa", "-XX:MaxRAMPercentage=60", "-jar", "kith.jar"]
