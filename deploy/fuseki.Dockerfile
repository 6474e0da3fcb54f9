# Apache Jena Fuseki with one dataset, /qi, whose default graph is the union of all graphs.
FROM eclipse-temurin:17-jre
ARG VERSION=5.6.0
ARG SHA512=6892853e217afde119f9237ad424033c4d309ec7129bed344d0199ad6e233d9f166610e2040abd42b739ecbe120c4638f2b69ecf1576872669a3403c3391f691
ADD --chmod=644 https://repo1.maven.org/maven2/org/apache/jena/jena-fuseki-server/${VERSION}/jena-fuseki-server-${VERSION}.jar /opt/fuseki.jar
RUN echo "${SHA512}  /opt/fuseki.jar" | sha512sum --check \
 && useradd --system --uid 10002 --no-create-home fuseki \
 && mkdir /data && chown fuseki /data
USER fuseki
WORKDIR /data
VOLUME /data
EXPOSE 3030
ENTRYPOINT ["java", "-Xmx2g", "-cp", "/opt/fuseki.jar", "org.apache.jena.fuseki.main.cmds.FusekiMainCmd"]
CMD ["--port", "3030", "--set", "tdb2:unionDefaultGraph=true", "--tdb2", "--loc", "/data", "--timeout", "30000", "--update", "/qi"]
