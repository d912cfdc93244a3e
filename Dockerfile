# ./mvnw package && docker build -t highstage-portal .
# DockerfileIT runs these very commands outside a container, so that they stay right.

FROM eclipse-temurin:25-jre AS layers
WORKDIR /layers
COPY target/highstage-portal.jar highstage-portal.jar
RUN java -Djarmode=tools -jar highstage-portal.jar extract --layers --destination extracted

FROM eclipse-temurin:25-jre
WORKDIR /application
COPY --from=layers /layers/extracted/dependencies/ ./
COPY --from=layers /layers/extracted/spring-boot-loader/ ./
COPY --from=layers /layers/extracted/snapshot-dependencies/ ./
COPY --from=layers /layers/extracted/application/ ./

# A start that ends before it serves anybody, to learn which classes a start needs.
RUN java -XX:AOTCacheOutput=highstage-portal.aot -Dspring.context.exit=onRefresh -jar highstage-portal.jar \
      --portal.data=/tmp/training --portal.vault.generate=true --portal.url=https://training.invalid \
      --portal.microsoft.client-id=00000000-0000-4000-8000-000000000001 --portal.microsoft.client-secret=none \
      --portal.vendor.tenant-id=00000000-0000-4000-8000-000000000002 \
    && rm -r /tmp/training

RUN mkdir /data && chown 10001:10001 /data && chmod 700 /data
USER 10001:10001
VOLUME /data
ENV PORTAL_DATA=/data \
    MANAGEMENT_SERVER_ADDRESS=0.0.0.0 \
    LOGGING_STRUCTURED_FORMAT_CONSOLE=ecs
EXPOSE 8080 8081
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${MANAGEMENT_SERVER_PORT:-8081} && printf 'GET /actuator/health/liveness HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3 && head -1 <&3 | grep -q ' 200'"]
ENTRYPOINT ["java", "-XX:AOTCache=highstage-portal.aot", "-XX:MaxRAMPercentage=70", "-jar", "highstage-portal.jar"]
