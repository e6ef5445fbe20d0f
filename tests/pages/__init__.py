"""The pages, run by Streamlit's AppTest without a browser."""
