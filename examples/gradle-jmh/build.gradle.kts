// What a Gradle build with me.champeau.jmh needs besides to be measured in turn with another commit:
//   ./gradlew evenkeelAb -Pbase=main
//   ./gradlew jmh evenkeelCompare -Pbefore=results-of-main.json
plugins {
    java
    id("me.champeau.jmh") version "0.7.3"
}

version = "1.0"

repositories { mavenCentral() }

jmh { resultFormat.set("JSON") }

val evenkeel: Configuration by configurations.creating

dependencies { evenkeel("org.evenkeel:evenkeel-suite:0.1.0-SNAPSHOT:shaded@jar") }

tasks.register<JavaExec>("evenkeelAb") {
    classpath = evenkeel
    mainClass.set("org.evenkeel.suite.Evenkeel")
    args("ab", "--base", providers.gradleProperty("base").getOrElse("HEAD"))
    args("--build", "./gradlew --quiet jmhJar", "--built", "build/libs/${project.name}-${project.version}-jmh.jar")
    args("--out", "build/evenkeel/ab")
    args(providers.gradleProperty("evenkeel").getOrElse("").split(" ").filter { it.isNotEmpty() })
}

tasks.register<JavaExec>("evenkeelCompare") {
    classpath = evenkeel
    mainClass.set("org.evenkeel.suite.Evenkeel")
    args("compare", providers.gradleProperty("before").getOrElse("baseline.json"), "build/results/jmh/results.json")
    args("--out", "build/evenkeel/compare")
}
