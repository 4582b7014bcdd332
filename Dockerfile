# The program in a small image, with the git that `chronicle review` asks:
#
#   docker build --tag chronicle .
#   docker run --rm --user "$(id -u):$(id -g)" --volume "$PWD:/site" chronicle build
FROM rust:1.95.0-alpine AS build
RUN apk add --no-cache gcc musl-dev
WORKDIR /src
COPY Cargo.toml Cargo.lock build.rs install.sh ./
COPY src src
COPY themes themes
COPY docs/content-model.md docs/
# The benchmark is named in Cargo.toml; the program has no part in it.
COPY benches benches
RUN cargo build --release --locked --bin chronicle

FROM alpine:3.22
RUN apk add --no-cache git
COPY --from=build /src/target/release/chronicle /usr/local/bin/
# A site that is mounted here belongs to whoever mounts it.
RUN git config --system --add safe.directory /site
WORKDIR /site
USER nobody
ENTRYPOINT ["chronicle"]
