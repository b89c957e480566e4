// The script of forms that hold what somebody wrote. Everything works without it.
import "./autosave.js";
import "./idle.js";
