// Whether keys without Ctrl or Alt do anything: people who speak to a computer switch them off.
const OFF = "single-keys-off";

export const singleKeysAreOn = () => !localStorage.getItem(OFF);

export const switchSingleKeys = (on) => {
  if (on) localStorage.removeItem(OFF);
  else localStorage.setItem(OFF, "1");
};

const TEXT_FIELD = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";

export const isInTextField = (event) => Boolean(event.target.closest(TEXT_FIELD));
