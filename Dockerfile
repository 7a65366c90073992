# The application in an image, and the same with the tools for pictures and PDF:
#
#   docker build --target site --tag parvis .
#   docker build --target tools --tag parvis-tools .
#
# The three bases are build arguments; docs/operations.md says where they come from, and what else will do.
ARG NODE=node:22-bookworm-slim
ARG SDK=dotnet/sdk:10.0
ARG RUNTIME=dotnet/aspnet:10.0

FROM ${NODE} AS assets
WORKDIR /source
COPY themes/package.json themes/package-lock.json themes/
COPY reference/package.json reference/package-lock.json reference/
RUN npm --prefix themes ci --no-audit --no-fund && npm --prefix reference ci --no-audit --no-fund
COPY themes themes
RUN cd themes && node build.mjs

FROM ${SDK} AS build
WORKDIR /source
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig ./
COPY src src
COPY migrations migrations
COPY tenants tenants
COPY --from=assets /source/themes themes
RUN dotnet publish src/Saas.Web --configuration Release --output /application --property:AssetsAreBuilt=true

FROM ${RUNTIME} AS site
COPY --from=build /application /application
COPY --from=assets /source/reference/node_modules/@etalab/decoupage-administratif /reference
# Nothing is written but into /data (files) and /tmp; neither is part of the image. The database driver would look for Kerberos,
# and complain, at each sign-in.
ENV DOTNET_EnableDiagnostics=0 HTTP_PORTS=8080 Data__Folder=/data PGGSSENCMODE=disable
WORKDIR /application
RUN mkdir -p /data && chown 1654:1654 /data
VOLUME /data
EXPOSE 8080
USER 1654:1654
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s CMD ["dotnet", "Saas.Web.dll", "health", "live"]
ENTRYPOINT ["dotnet", "Saas.Web.dll"]

FROM site AS tools
USER root
RUN apt-get update \
    && apt-get install --yes --no-install-recommends libvips-tools poppler-utils weasyprint \
    && rm -rf /var/lib/apt/lists/*
# Where fontconfig may keep what it found of the fonts.
ENV XDG_CACHE_HOME=/tmp
USER 1654:1654
