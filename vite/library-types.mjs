// The last step of the build: the library's types name types of packages that are bundled into its code (zod, yaml), and
// whoever installs the library gets no package beside it. So those packages' own declarations are put beside ours.
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const root = path.join(import.meta.dirname, '..')
const library = path.join(root, 'dist/lib')
const ofPackages = path.join(library, 'packages')
// At the beginning of a line, where no example in a comment stands, or as the type `import('zod').ZodType`.
const specifier = /(^(?:import|export)\b[^;'"]*\bfrom\s*|^import\s*|\bimport\()(['"])([^'"]+)\2/gm

for (const name of readdirSync(library, { recursive: true, encoding: 'utf8' }))
  if (name.endsWith('.d.ts')) bringAlong(path.join(library, name))

/**
 * Makes each package that a file of types names stand in `dist/lib/packages`, and the file name it there.
 *
 * @param {string} file
 */
function bringAlong(file) {
  const text = readFileSync(file, 'utf8')
  const own = text.replace(specifier, (whole, before, quote, named) => {
    if (named.startsWith('.')) return whole
    const entry = path.relative(path.dirname(file), entryOf(named)).replace(/\.d\.ts$/, '.js')
    return `${before}${quote}${entry.startsWith('.') ? entry : `./${entry}`}${quote}`
  })
  if (own !== text) writeFileSync(file, own)
}

/**
 * Where the copy of a package's types begins.
 *
 * @param {string} name of the package, with the door of it that is meant
 * @returns {string}
 */
function entryOf(name) {
  // `zod/mini` is the door `./mini` of zod.
  const [, home = name, door = ''] = /^((?:@[^/]+\/)?[^/]+)(\/.+)?$/.exec(name) ?? []
  const source = path.join(root, 'node_modules', home)
  const manifest = JSON.parse(readFileSync(path.join(source, 'package.json'), 'utf8'))
  const entry = manifest.exports[`.${door}`].types.replace(/\.d\.cts$/, '.d.ts')
  copyReached(source, path.join(ofPackages, home), path.normalize(entry))
  // It says whether the types are those of a CommonJS module, which may leave out `.js` where it imports.
  copyFileSync(path.join(source, 'package.json'), path.join(ofPackages, home, 'package.json'))
  return path.join(ofPackages, home, entry)
}

/**
 * Copies a file of types and all that it imports from its own package.
 *
 * @param {string} source folder of the package
 * @param {string} target folder of the copy
 * @param {string} name of the file in both
 */
function copyReached(source, target, name) {
  const copy = path.join(target, name)
  if (existsSync(copy)) return
  mkdirSync(path.dirname(copy), { recursive: true })
  copyFileSync(path.join(source, name), copy)
  for (const [, , , named] of readFileSync(copy, 'utf8').matchAll(specifier))
    if (named?.startsWith('.'))
      copyReached(source, target, path.join(path.dirname(name), `${named.replace(/\.js$/, '')}.d.ts`))
}
