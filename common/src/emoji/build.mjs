// Makes the emoji of common/src/main/resources from npm's packages: pictures, sequences, names. See README.md beside this.

import { createRequire } from "node:module";
import { readFileSync, rmSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import sharp from "sharp";

const require = createRequire(import.meta.url);
const target = process.argv[2];
const SIZE = 64;
const COLUMNS = 8;
const ROWS = 4;
const GROUPS = [
  "Smileys & Emotion",
  "People & Body",
  "Animals & Nature",
  "Food & Drink",
  "Travel & Places",
  "Activities",
  "Objects",
  "Symbols",
  "Flags",
];
const TONES = ["1F3FB", "1F3FC", "1F3FD", "1F3FE", "1F3FF"];

const source = dirname(require.resolve("emoji-datasource-twitter/package.json"));
const data = JSON.parse(readFileSync(join(source, "emoji.json"), "utf8"));
const annotations = { en: annotationsOf("en"), zh: annotationsOf("zh") };

function annotationsOf(language) {
  const plain = require(`cldr-annotations-full/annotations/${language}/annotations.json`);
  const derived = require(`cldr-annotations-derived-full/annotationsDerived/${language}/annotations.json`);
  return { ...derived.annotationsDerived.annotations, ...plain.annotations.annotations };
}

function characters(unified) {
  return String.fromCodePoint(...unified.split("-").map((hex) => parseInt(hex, 16)));
}

// --- which, and in which order -------------------------------------------------------------------------------------

/** The picker's order; patches of skin colour by themselves come last, with the symbols. */
function inOrder() {
  const group = (emoji) => (emoji.category === "Component" ? GROUPS.indexOf("Symbols") : GROUPS.indexOf(emoji.category));
  return data
    .map((emoji) => ({ ...emoji, group: group(emoji), last: emoji.category === "Component" }))
    .sort((a, b) => a.group - b.group || a.last - b.last || a.sort_order - b.sort_order);
}

/** 1 to 5 where all persons have the same skin, 0 where they have not. */
function toneOf(key) {
  const tones = new Set(key.split("-"));
  return tones.size === 1 ? TONES.indexOf(key.split("-")[0]) + 1 : 0;
}

const bases = inOrder();
const toned = bases.flatMap((emoji, line) =>
  Object.entries(emoji.skin_variations ?? {}).map(([key, variant]) => ({ ...variant, line, tone: toneOf(key) })),
);
const all = [...bases, ...toned];
check();

function check() {
  for (const emoji of all) {
    if (!emoji.has_img_twitter) throw new Error(`Twitter has not drawn ${emoji.unified}.`);
    if (!/^\p{RGI_Emoji}$/v.test(characters(emoji.unified)) && emoji.added_in !== "16.0") {
      throw new Error(`${emoji.unified} is not one of Unicode's sequences.`);
    }
  }
}

// --- what is written -----------------------------------------------------------------------------------------------

function sequences() {
  const base = bases.map((emoji) => `${emoji.unified}\t${emoji.group}`);
  const variants = toned.map((emoji) => `${emoji.unified}\t${emoji.line}\t${emoji.tone}`);
  return [...base, ...variants].join("\n") + "\n";
}

/** The name, and the words that do not stand in it. */
function said(emoji, language) {
  const found = annotations[language][characters(emoji.unified).replaceAll("\uFE0F", "")];
  const name = found?.tts?.[0] ?? emoji.name.toLowerCase();
  const parts = new Set(name.split(/[\s:,]+/));
  const words = (found?.default ?? []).filter((word) => word !== name && !parts.has(word));
  return `${name}\t${words.join("|")}`;
}

function names() {
  return bases.map((emoji) => `${emoji.short_names.join(" ")}\t${said(emoji, "en")}\t${said(emoji, "zh")}`).join("\n") + "\n";
}

async function sheet(emoji) {
  const cells = emoji.map((one, index) => ({
    input: join(source, "img/twitter/64", one.image),
    left: (index % COLUMNS) * SIZE,
    top: Math.floor(index / COLUMNS) * SIZE,
  }));
  const background = { r: 0, g: 0, b: 0, alpha: 0 };
  return sharp({ create: { width: COLUMNS * SIZE, height: ROWS * SIZE, channels: 4, background } })
    .composite(cells)
    .png({ palette: true, colours: 256, dither: 0, effort: 10, compressionLevel: 9 })
    .toBuffer();
}

async function sheets() {
  const folder = join(target, "sheets");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (let first = 0; first < all.length; first += COLUMNS * ROWS) {
    const number = String(first / (COLUMNS * ROWS)).padStart(3, "0");
    writeFileSync(join(folder, `${number}.png`), await sheet(all.slice(first, first + COLUMNS * ROWS)));
  }
}

writeFileSync(join(target, "sequences.tsv"), sequences());
writeFileSync(join(target, "names.tsv"), names());
await sheets();
