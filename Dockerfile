# An image with the command alone: docker build -t evenkeel . (after mvn package), then
#   docker run --rm -v "$PWD:/project" evenkeel compare before.json after.json
# A released jar does as well: docker build --build-arg JAR=evenkeel.jar -t evenkeel .
FROM eclipse-temurin:17-jdk
ARG JAR=baselines/target/baselines.jar
COPY ${JAR} /opt/evenkeel/evenkeel.jar
WORKDIR /project
ENTRYPOINT ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", "/opt/evenkeel/evenkeel.jar"]
CMD ["--help"]
