/** What eslint looks for, in the sources and in their tests. */

import js from "@eslint/js";
import globals from "globals";

export default [
  { ignores: ["**/built/**"] },
  js.configs.recommended,
  {
    languageOptions: { ecmaVersion: "latest", globals: globals.browser },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "no-var": "error",
      "prefer-const": ["error", { destructuring: "all" }],
      "object-shorthand": "error",
      "no-unneeded-ternary": "error",
      "no-useless-return": "error",
      "no-else-return": ["error", { allowElseIf: true }],
      eqeqeq: "error",
    },
  },
  { files: ["**/*.mjs", "**/build.js"], languageOptions: { globals: globals.node } },
];
