# The tool in an image, for CI and for people without Java:
#   docker build -t exportctl .
#   docker run --rm -u "$(id -u):$(id -g)" -v "$PWD:/work" exportctl validate

FROM eclipse-temurin:17-jdk AS build
COPY . /source
RUN cd /source \
  && ./mvnw -q -B -Dspotless.check.skip -Dmaven.test.skip package \
  && mkdir /opt/exportctl \
  && tar -xzf exportctl/target/exportctl-*.tar.gz -C /opt/exportctl --strip-components=1

FROM eclipse-temurin:17-jre
# `validate --changed-since` asks git, also where the workspace belongs to another user than the one in here.
RUN apt-get update \
  && apt-get install -y --no-install-recommends git \
  && rm -rf /var/lib/apt/lists/* \
  && git config --system --add safe.directory '*'
COPY --from=build /opt/exportctl /opt/exportctl
# The CDS archive fits only the Java and the path that it was made with.
RUN /opt/exportctl/bin/exportctl __archive \
  && ln -s /opt/exportctl/bin/exportctl /usr/local/bin/exportctl \
  && useradd --create-home exportctl
USER exportctl
WORKDIR /work
ENTRYPOINT ["exportctl"]
