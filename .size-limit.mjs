// What the page asks for before anything else is what its HTML names; the rest is loaded when it is needed. What stands
// beside the form has a `media` there, which a phone does not match; it is counted with all else.
import { readFileSync } from 'node:fs'

const html = readFileSync('dist/index.html', 'utf8')
const firstView = html
  .split('\n')
  .filter((line) => !line.includes(' media='))
  .flatMap((line) => [...line.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g)])
  .map(([, file]) => `dist/${file}`)

export default [
  // e2e/first-visit.spec.ts counts what a phone really asks for.
  { name: 'the first visit on a phone: shell and first part', path: firstView, gzip: true, limit: '250 kB' },
  {
    // All parts that are loaded when they are needed, together, the picture, the comparison, the list of designs with its
    // database and zip, the history and the palette among them: a person who opens everything loads them once. The colours
    // of the outputs before Monaco are 2 kB of it, the view of the formats of others 3 kB, the table of many VMs 16 kB.
    name: 'everything but Monaco',
    path: [
      'dist/assets/*.{js,css}',
      '!dist/assets/*monaco*',
      '!dist/assets/*worker*',
      '!dist/assets/german-*',
    ],
    gzip: true,
    limit: '584 kB',
  },
  {
    // The labels and the help of every field, what each rule says, and each text of the page.
    name: 'the German texts, loaded where the page is German',
    path: 'dist/assets/german-*.js',
    gzip: true,
    limit: '130 kB',
  },
  // Both workers hold the words that designs are checked against: libvirt's CPU models and features, QEMU's options; and
  // the table of systems, from which resolve fills in what the design leaves unsaid.
  {
    name: 'the worker that reads texts, loaded with the first edit of one',
    path: 'dist/assets/texts.worker-*.js',
    gzip: true,
    limit: '250 kB',
  },
  // The one that makes the outputs writes the answer files of installers, too, with Windows' names of time zones, and draws
  // the picture.
  {
    name: 'the worker that makes the outputs, loaded beside the shell',
    path: 'dist/assets/render.worker-*.js',
    gzip: true,
    limit: '406 kB',
  },
  {
    // It finds what a message is about in the design, and so holds all rules.
    name: 'the worker that explains messages, loaded with the first one',
    path: 'dist/assets/why.worker-*.js',
    gzip: true,
    limit: '345 kB',
  },
  {
    // The tables of each format, read and written, with what resolves a design; with the command line of QEMU for its unit.
    name: 'the worker that knows the formats of others, loaded when one is shown or opened',
    path: 'dist/assets/targets.worker-*.js',
    gzip: true,
    limit: '560 kB',
  },
  {
    name: 'the worker that compares two VMs, loaded with the first comparison',
    path: 'dist/assets/compare.worker-*.js',
    gzip: true,
    limit: '190 kB',
  },
  {
    // It makes all that there is of many VMs: the rules, the bundle and the formats of others.
    name: 'the worker that makes many VMs of one design, loaded with a table of them',
    path: 'dist/assets/sets.worker-*.js',
    gzip: true,
    limit: '590 kB',
  },
  {
    name: 'Monaco, loaded when an output is first shown',
    path: ['dist/assets/*monaco*.{js,css}', 'dist/assets/editor.worker-*.js'],
    gzip: true,
    limit: '1000 kB',
  },
]
