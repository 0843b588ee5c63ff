FROM {{dockerBaseImage}} AS unpacked
RUN apt-get update && apt-get install -y --no-install-recommends unzip
COPY assembly/ /
RUN unzip -q /{{distributionArtifactFile}} -d /opt && mv /opt/{{distributionArtifactRootEntryName}} /opt/memenem

FROM {{dockerBaseImage}}
{{#dockerLabels}}
LABEL {{.}}
{{/dockerLabels}}
COPY --from=unpacked /opt/memenem /opt/memenem
# The archive of classes of this image's Java at this place, so that every start is quick.
RUN /opt/memenem/lib/prepare --packaging \
  && ln -s /opt/memenem/bin/memenem /usr/local/bin/memenem \
  && useradd --system --create-home memenem \
  && mkdir /data && chown memenem /data
USER memenem
# Jobs, caches and configuration; kept by: docker run -v memenem:/data
ENV MEMENEM_HOME=/data
VOLUME /data
WORKDIR /data
ENTRYPOINT ["memenem"]
