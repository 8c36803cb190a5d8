// The sheet of those who only read it: rows that are copied, and the panel.

import "./sheet-copy.js";
import "./sheet-panel.js";
import "./sheet-print.js";
