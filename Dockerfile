# The server alone; `npm run images` builds it from a folder that has the site, the packages and Node in it.
ARG BASE=patchbay/base:trixie
FROM ${BASE}
ENV DEBIAN_FRONTEND=noninteractive PATH=/app/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
RUN apt-get update \
 && apt-get install -y --no-install-recommends docker-cli tini ca-certificates libstdc++6 \
 && apt-get clean && rm -rf /var/lib/apt/lists/*
COPY . /app
WORKDIR /app
ENV HOST=0.0.0.0 PORT=4321 PATCHBAY_DATA=/data PATCHBAY_RUN=/run/patchbay PATCHBAY_ENGINE=/run/patchbay/engine/docker.sock
VOLUME /data
EXPOSE 4321
ENTRYPOINT ["/usr/bin/tini", "--", "node", "server/main.ts"]
