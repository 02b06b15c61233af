import path from 'node:path'
import type { ElementAccessExpression, Node } from 'typescript/unstable/ast'
import { isElementAccessExpression } from 'typescript/unstable/ast/is'
import { API, isUnionType, type Type, TypeFlags } from 'typescript/unstable/sync'
import { expect, test } from 'vitest'

/**
 * A table that is looked up by a text (`table[word]`) gives what every object has for `constructor` or `toString`, and
 * an assignment by a text can set a prototype: ownValue and setOwn of core/text do neither. What is left has its reason.
 */
const allowed: readonly { readonly file: string; readonly reason: string }[] = [
  { file: 'core/text/own-value.ts', reason: 'where it is done' },
  { file: 'core/table/read-xml.ts', reason: 'keys are those of the tables; read for each element of a file' },
  { file: 'core/table/write-xml.ts', reason: 'keys are those of the tables; written for each keystroke' },
  { file: 'core/qemu/words/options.ts', reason: 'keys are those that the map has' },
  { file: 'core/qemu/decisions/decisions.ts', reason: 'keys are those that the value has' },
  {
    file: 'core/qemu/writing/property-pairs.ts',
    reason: 'keys are those of the tables; written for each keystroke',
  },
  { file: 'core/qemu/properties/said-fields.ts', reason: 'keys are those that the device has' },
  { file: 'app/ui/ChoiceTable.tsx', reason: 'keys are the columns of a table of the page' },
  { file: 'app/ui/GridSelect.tsx', reason: 'keys are the names of keys of the keyboard' },
  { file: 'app/ui/Tabs.tsx', reason: 'keys are the names of keys of the keyboard' },
]

const root = path.join(import.meta.dirname, '..')

interface Lookup {
  readonly file: string
  readonly expression: string
}

/** Every `table[text]` of the sources of one part whose text the types do not know. */
function lookupsOf(part: string, api: API): Lookup[] {
  const configuration = path.join(root, part, 'tsconfig.json')
  const project = api.updateSnapshot({ openProject: configuration }).getProject(configuration)
  if (project === undefined) throw new Error(`${configuration} is no project`)
  const { program, checker } = project
  const own = program
    .getSourceFileNames()
    .filter((name) => name.startsWith(`${root}/`) && !/\.test(-helper)?\.tsx?$/.test(name))
  return own.flatMap((name) => {
    const file = program.getSourceFile(name)
    if (file === undefined) return []
    const accesses = accessesIn(file)
    const indexes = checker.getTypeAtLocation(accesses.map(({ argumentExpression }) => argumentExpression))
    return accesses.flatMap((access, at) =>
      isAnyText(indexes[at])
        ? [{ file: path.relative(root, name), expression: access.getText(file).replaceAll(/\s+/g, ' ') }]
        : [],
    )
  })
}

function accessesIn(file: Node): ElementAccessExpression[] {
  const found: ElementAccessExpression[] = []
  const visit = (node: Node): void => {
    if (isElementAccessExpression(node)) found.push(node)
    node.forEachChild(visit)
  }
  visit(file)
  return found
}

function isAnyText(type: Type | undefined): boolean {
  if (type === undefined) return false
  if (isUnionType(type)) return type.getTypes().some(isAnyText)
  return (type.flags & TypeFlags.String) !== 0
}

test('tables are looked up by a text through ownValue, which knows what is an entry', () => {
  const api = new API({ cwd: root })
  try {
    const found = ['core', 'cli', 'app'].flatMap((part) => lookupsOf(part, api))
    const others = found.filter(({ file }) => !allowed.some((one) => one.file === file))
    expect([...new Set(others.map(({ file, expression }) => `${file}: ${expression}`))]).toEqual([])
    const unused = allowed.filter((one) => !found.some(({ file }) => file === one.file))
    expect(unused).toEqual([])
  } finally {
    api.close()
  }
})
