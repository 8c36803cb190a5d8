// The page of one leaf: its files, documents and what is typed about it.

import { enliven } from "./leaf-parts.js";

enliven(document.querySelector("main"), {
  changed: (html, refused) => {
    // What was not taken is read before the page is loaded again.
    if (!refused?.length) {
      location.reload();
    }
  },
});
