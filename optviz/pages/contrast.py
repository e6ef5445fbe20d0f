"""What Streamlit's own parts need to be seen by everyone: in the dark, and in high contrast."""

CONTRAST = """
[data-testid="stBaseButton-primary"], [data-testid="stBaseButton-primary"]:hover {
  color: light-dark(#ffffff, #0e1117); /* on the primary colour, which is pale in the dark */
}
@media (forced-colors: active) {
  button[data-selected="true"], [data-testid="stProgressBarTrack"] > div,
  [data-testid="stSlider"] div:has(> [data-testid="stSliderThumbValue"]) {
    forced-color-adjust: none;
    border-color: Highlight !important;
    background: Highlight !important; /* Streamlit's own rules are as specific */
    color: HighlightText !important;
  }
  [data-testid="stSliderThumbValue"] { color: CanvasText; }
  [data-testid="stSlider"] [data-orientation] > [data-orientation] > div:first-child {
    border-bottom: 2px solid CanvasText;
  }
  [data-testid="stCheckbox"] label > div:not([data-testid]) {
    border: 2px solid CanvasText;
    border-radius: 1em;
  }
  [data-testid="stCheckbox"] label > div:not([data-testid]) > div {
    forced-color-adjust: none;
    background: CanvasText;
  }
  [data-testid="stCheckbox"] label:has(:checked) > div:not([data-testid]) > div {
    background: Highlight;
  }
  [data-testid="stProgressBarTrack"] { border: 1px solid CanvasText; }
  .stApp :focus-visible {
    outline: 3px solid Highlight;
    outline-offset: 2px;
  }
}
"""
