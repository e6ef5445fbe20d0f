"""What the server needs beside its pages: capacity, the render lock, memory."""
