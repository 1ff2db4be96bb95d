# Two stages: the first installs into a virtual environment, the second carries only Python and that environment.
ARG PYTHON=3.13
FROM python:${PYTHON}-slim AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PYTHONDONTWRITEBYTECODE=1
RUN python -m venv /opt/estivador
WORKDIR /src
COPY requirements.lock ./
RUN /opt/estivador/bin/pip install --require-hashes -r requirements.lock
COPY pyproject.toml README.md ./
COPY bot bot
COPY commands commands
COPY knowledge knowledge
RUN /opt/estivador/bin/pip install --no-deps --no-build-isolation . \
    && /opt/estivador/bin/pip uninstall -y hatchling editables trove-classifiers pathspec pluggy tomlkit pip \
    && find /opt/estivador -depth -type d \( -name tests -o -name __pycache__ \) -path '*/site-packages/*' -exec rm -rf {} +

FROM python:${PYTHON}-slim
LABEL org.opencontainers.image.title="Estivador" \
      org.opencontainers.image.description="O assistente de Docker em português: explica, opera e relata." \
      org.opencontainers.image.licenses="MIT"
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin estivador \
    && install -d -o estivador -g estivador /data /config
COPY --from=build /opt/estivador /opt/estivador
ENV PATH=/opt/estivador/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    ESTIVADOR_DATA=/data
USER estivador
# ./estivador.toml is looked for here.
WORKDIR /config
VOLUME /data
# Fails when messages have not been received for two minutes.
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s --retries=3 CMD ["estivador", "health"]
ENTRYPOINT ["estivador"]
CMD ["telegram"]
