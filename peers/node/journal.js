'use strict';

const PATIENCE_MILLIS = 30_000;
const GLANCE_MILLIS = 10;

/** What `look` finds, as soon as it finds something. */
function eventually(what, look) {
  const deadline = Date.now() + PATIENCE_MILLIS;
  return new Promise((resolve, reject) => {
    const glance = () => {
      const found = look();
      if (found !== undefined && found !== false) {
        resolve(found);
      } else if (Date.now() > deadline) {
        reject(new Error(`did not come: ${what}`));
      } else {
        setTimeout(glance, GLANCE_MILLIS);
      }
    };
    glance();
  });
}

module.exports = { eventually };
