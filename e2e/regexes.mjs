// Whether every regular expression of the sources takes time as its text is long: `node e2e/regexes.mjs [--update]`.
// Those that `recheck` found linear once are listed in e2e/expected/linear-regexes.txt, so that only new ones are looked
// at; what it can't tell, or finds to take the square, has its reason here, with what bounds its text.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseSync } from 'vite'

// No Java, no program of its own: the same answer everywhere.
process.env['RECHECK_BACKEND'] = 'pure'
const { checkSync } = await import('recheck')

const root = path.join(import.meta.dirname, '../src')
const list = path.join(import.meta.dirname, 'expected/linear-regexes.txt')

/** Milliseconds for one expression. */
const patience = 10_000
/** Seconds for all of them, since a change brings few. */
const allowed = 55

/** @type {Readonly<Record<string, string>>} */
const reasons = JSON.parse(
  readFileSync(path.join(import.meta.dirname, 'expected/other-regexes.json'), 'utf8'),
)

/**
 * @param {string} file
 * @returns {string[]} its expressions as they are written
 */
function regexesIn(file) {
  const { program } = parseSync(file, readFileSync(file, 'utf8'))
  /** @type {string[]} */
  const found = []
  const visit = (/** @type {unknown} */ node) => {
    if (Array.isArray(node)) node.forEach(visit)
    else if (typeof node === 'object' && node !== null) {
      const regex = Reflect.get(node, 'regex')
      if (typeof regex === 'object' && regex !== null) found.push(`/${regex.pattern}/${regex.flags}`)
      Object.values(node).forEach(visit)
    }
  }
  visit(program)
  return found
}

/** @type {Map<string, string>} */
const places = new Map()
for (const one of readdirSync(root, { recursive: true, withFileTypes: true })) {
  if (!one.isFile() || !/\.tsx?$/.test(one.name) || /\.test(?:-helper|-data)?\.tsx?$/.test(one.name)) continue
  const file = path.join(one.parentPath, one.name)
  for (const regex of regexesIn(file)) if (!places.has(regex)) places.set(regex, path.relative(root, file))
}

const known = new Set(readFileSync(list, 'utf8').split('\n'))
const updates = process.argv.includes('--update')
const begin = Date.now()
/** @type {string[]} */
const linear = []
let failed = 0
let looked = 0
for (const [regex, file] of [...places].sort()) {
  if (Object.hasOwn(reasons, regex) || Object.hasOwn(reasons, file)) continue
  if (!known.has(regex)) {
    const seconds = (Date.now() - begin) / 1000
    if (seconds > allowed && !updates) {
      console.log(
        'There are too many new expressions for one run: list them with node e2e/regexes.mjs --update',
      )
      failed += 1
      break
    }
    looked += 1
    const end = regex.lastIndexOf('/')
    const result = checkSync(regex.slice(1, end), regex.slice(end + 1), {
      timeout: patience,
      checker: 'automaton',
    })
    if (result.status !== 'safe') {
      const why = result.status === 'vulnerable' ? result.complexity.summary : result.error.kind
      console.log(`${file}: ${regex}\n  ${result.status}: ${why}`)
      failed += 1
      continue
    }
  }
  linear.push(regex)
}
const files = new Set(places.values())
const unused = Object.keys(reasons).filter((key) => !places.has(key) && !files.has(key))
for (const regex of unused) console.log(`no longer there: ${regex}`)
if (updates) writeFileSync(list, `${linear.join('\n')}\n`)
console.log(
  `regexes: ${places.size} expressions, ${looked} looked at, ${Object.keys(reasons).length} with a reason, ${failed} wrong`,
)
process.exitCode = failed + unused.length > 0 ? 1 : 0
