FROM eclipse-temurin:21-jdk AS build
WORKDIR /kith
COPY .mvn .mvn
COPY mvnw pom.xml ./
COPY src src
COPY cypher cypher
COPY graphql-schema graphql-schema
RUN ./mvnw -B -q -Dmaven.test.skip=true package \
  && java -Djarmode=tools -jar target/kith.jar extract --layers --launcher --destination target/layers

FROM eclipse-temurin:21-jre
RUN useradd --system --home-dir /kith kith && mkdir -p /kith/data && chown kith /kith/data
WORKDIR /kith
COPY --from=build /kith/target/layers/dependencies/ ./
COPY --from=build /kith/target/layers/spring-boot-loader/ ./
COPY --from=build /kith/target/layers/snapshot-dependencies/ ./
COPY --from=build /kith/target/layers/application/ ./
USER kith
VOLUME /kith/data
EXPOSE 8080
ENTRYPOINT ["java", "--add-opens=java.base/java.nio=ALL-UNNAMED", "--add-opens=java.base/java.io=ALL-UNNAMED", "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED", "-XX:MaxRAMPercentage=60", "org.springframework.boot.loader.launch.JarLauncher"]
