# The same steps as make build, then the one binary on a bare image.
FROM node:20-bookworm-slim AS front
WORKDIR /src/frontend
COPY frontend/package.json frontend/package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY frontend ./
COPY docs/guide /src/docs/guide
RUN npm run -s build

FROM golang:1.26-bookworm AS build
ENV CGO_ENABLED=0
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
COPY --from=front /src/frontend/dist frontend/dist
RUN go build -trimpath -o /sangu . && mkdir /data

FROM debian:bookworm-slim
COPY --from=build /sangu /sangu
RUN useradd --uid 10001 sangu
COPY --from=build --chown=10001 /data /data
USER 10001
ENV SANGU_ADDR=0.0.0.0:8080 SANGU_DATA=/data
VOLUME /data
EXPOSE 8080
ENTRYPOINT ["/sangu"]
CMD ["serve"]
