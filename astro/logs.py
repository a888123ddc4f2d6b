"""What is left out of the log."""

import logging


class SocketsUnnamed(logging.Filter):
    """uvicorn writes down the address of everybody who opens a socket, though it is asked for no access log."""

    def filter(self, record: logging.LogRecord) -> bool:
        text = str(record.msg)
        return not (text.startswith('%s - "WebSocket') or text in {"connection open", "connection closed"})
