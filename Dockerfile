# The app for a class: docker build -t optviz . && docker run -p 8501:8501 optviz
FROM python:3.11-slim

ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1
RUN useradd --create-home visitor
WORKDIR /app
COPY requirements.lock deploy/redis.lock ./
RUN python -m pip install --no-cache-dir --require-hashes -r requirements.lock -r redis.lock
COPY app.py .
COPY .streamlit .streamlit
COPY optviz optviz
COPY surfaces surfaces
USER visitor
EXPOSE 8501
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s CMD ["python", "-c", \
    "from urllib.request import urlopen; urlopen('http://localhost:8501/_stcore/health', timeout=2)"]
# With an address of its own given, the server asks no outside host for one.
CMD ["python", "-m", "streamlit", "run", "app.py", "--server.headless=true", \
    "--server.address=0.0.0.0", "--server.port=8501", "--server.fileWatcherType=none", \
    "--browser.serverAddress=localhost"]
