import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

/** What stands on what, from the ground up. A floor imports from itself and from those below, never from above. */
const floors = [
  { floor: 'words of command lines', parts: ['words'] },
  { floor: 'tables of properties', parts: ['properties'] },
  { floor: 'the line that is written, and the one that is read', parts: ['build', 'reading'] },
  { floor: 'what writers share', parts: ['writing', 'decisions'] },
  {
    floor: 'families',
    parts: ['chardevs', 'controllers', 'devices', 'disks', 'display', 'machine', 'network'],
  },
  {
    floor: 'the whole line',
    parts: [
      'read',
      'domain-decisions.ts',
      'own-files.ts',
      'quiet-places.ts',
      'readers.ts',
      'read.ts',
      'render.ts',
      'index.ts',
    ],
  },
]

const root = import.meta.dirname

const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.ts') && !/\.test(?:-\w+)?\.ts$/.test(name),
)

/** The imports of a file that stay in qemu/. */
function importsOf(name: string): string[] {
  const text = readFileSync(path.join(root, name), 'utf8')
  const targets = [...text.matchAll(/^(?:import|export)\b[^;]*?\bfrom '(\.[^']+)'$/gm)]
  return targets
    .map(([, target = '']) => path.join(path.dirname(name), target))
    .filter((target) => !target.startsWith('..'))
}

function partOf(name: string): string {
  return name.split(path.sep)[0] ?? ''
}

function floorOf(name: string): number {
  return floors.findIndex(({ parts }) => parts.includes(partOf(name)))
}

test('every file is on a floor', () => {
  expect(files.filter((name) => floorOf(name) < 0)).toEqual([])
})

test('nothing imports from a floor above', () => {
  const upwards = files.flatMap((name) =>
    importsOf(name)
      .filter((target) => floorOf(target) > floorOf(name))
      .map((target) => `${name} imports ${target}`),
  )
  expect(upwards).toEqual([])
})

test('the line that is written and the one that is read know nothing of each other, nor do render.ts and read.ts', () => {
  const apart = [
    ['build', 'reading'],
    ['render.ts', 'read.ts'],
  ]
  const across = files.flatMap((name) =>
    importsOf(name)
      .filter((target) => apart.some((pair) => pair.includes(partOf(name)) && pair.includes(partOf(target))))
      .filter((target) => partOf(target) !== partOf(name))
      .map((target) => `${name} imports ${target}`),
  )
  expect(across).toEqual([])
})

test('the reader of shells knows nothing of QEMU', () => {
  const shell = path.join(root, '../shell')
  const imports = readdirSync(shell)
    .filter((name) => !name.endsWith('.test.ts'))
    .flatMap((name) => [...readFileSync(path.join(shell, name), 'utf8').matchAll(/from '([^']+)'/g)])
    .map(([, target = '']) => target)
  expect(new Set(imports.filter((target) => !target.startsWith('./')))).toEqual(
    new Set(['../finding.ts', '../table/index.ts', '../text/index.ts']),
  )
})
