import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

/** What core may do nothing with: the same input must give the same bytes, in a page, a worker and Node. */
const forbidden: readonly [name: string, pattern: RegExp][] = [
  ['the clock', /\b(?:Date\.now|performance\.now|new Date\(\))/],
  ['a random source', /\b(?:Math\.random|getRandomValues|randomUUID)\b/],
  ['the environment', /\b(?:process|globalThis|window|document|navigator|localStorage)\.[A-Za-z]/],
]

const allowedPackages = ['zod/mini', 'zod/locales', 'yaml', 'saxes', 'fflate']

interface SourceFile {
  readonly name: string
  readonly code: string
  readonly imports: readonly string[]
}

const root = import.meta.dirname

const sources: readonly SourceFile[] = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !/\.test(-helper|-data)?\.ts$/.test(name))
  .map((name) => {
    const text = readFileSync(path.join(root, name), 'utf8')
    return { name, code: withoutComments(text), imports: importsOf(text) }
  })

/** Comments go, strings stay: a string that names `document.` is worth a look too. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')
}

function importsOf(text: string): string[] {
  const statements = withoutComments(text).matchAll(/(?:^|[;\s])(?:from|import)\s*\(?\s*(['"])([^'"\n]+)\1/g)
  return [...statements].map((match) => match[2] ?? '')
}

test('core has sources to look at', () => {
  expect(sources.length).toBeGreaterThan(0)
})

test.each(forbidden)('core does not use %s', (_name, pattern) => {
  const users = sources.filter(({ code }) => pattern.test(code)).map(({ name }) => name)
  expect(users).toEqual([])
})

test('core imports only itself and the packages that run everywhere', () => {
  const strangers = sources.flatMap(({ name, imports }) =>
    imports.filter((target) => !isOwn(name, target)).map((target) => `${name} imports ${target}`),
  )
  expect(strangers).toEqual([])
})

function isOwn(name: string, target: string): boolean {
  if (!target.startsWith('.')) return allowedPackages.some((allowed) => target === allowed)
  return !path.relative(root, path.resolve(root, path.dirname(name), target)).startsWith('..')
}

test('a folder with an index.ts is imported through it', () => {
  const around = sources.flatMap(({ name, imports }) =>
    imports.filter((target) => goesAround(name, target)).map((target) => `${name} imports ${target}`),
  )
  expect(around).toEqual([])
})

function goesAround(name: string, target: string): boolean {
  if (!target.startsWith('.')) return false
  const from = path.resolve(root, path.dirname(name))
  const file = path.resolve(from, target)
  const folder = path.dirname(file)
  const inside = from === folder || from.startsWith(folder + path.sep)
  return !inside && path.basename(file) !== 'index.ts' && existsSync(path.join(folder, 'index.ts'))
}
