/** The commands of a comparison as one script. */
import { type Domain, renderXmlText } from '../domain/index.ts'
import type { Change } from '../finding.ts'
import { valueAt } from '../path.ts'
import { applyChanges } from '../spec/index.ts'
import { commandWithXml, comment, compareAgain } from './commands.ts'
import type { Context, Difference } from './difference.ts'
import { whyBootsPlace } from './judge.ts'
import { pattern } from './place-in-domain.ts'
import { joined, type VirtXmlEdit } from './virt-xml.ts'

export interface ScriptOptions {
  /** Puts the design into the XML of a new definition: without it a definition loses the one that it held. */
  readonly storing?: ((xml: string) => string) | undefined
  /** How the person calls the second Domain, for the command that compares again: `web.yml`. */
  readonly wanted?: string | undefined
}

/** What virt-xml does, and the differences that it makes. */
export interface Edits {
  readonly all: readonly VirtXmlEdit[]
  readonly differences: ReadonlySet<Difference>
}

/** The first Domain with some of the differences made in it; what libvirt added to it stays. */
function definitionWith(differences: readonly Difference[], { before }: Context): Domain {
  let appended = 0
  const changes = differences.flatMap(({ places }) =>
    places.map(({ from, to, after }): Change => {
      // Behind all that are there, so that these keep their places.
      if (from === undefined && to !== undefined) {
        const list = to.slice(0, 2)
        const held = valueAt(before, list)
        const length = Array.isArray(held) ? held.length : 0
        appended += 1
        return { path: [...list, length + appended], value: after }
      }
      return { path: from ?? [], value: after }
    }),
  )
  const changed = applyChanges(before, changes)
  return differences.some(({ why }) => why === whyBootsPlace)
    ? applyChanges(changed, [{ path: ['os', 'boot'], value: undefined }])
    : changed
}

/** All commands in the order in which they make the first Domain the second one. */
export function scriptOf(
  differences: readonly Difference[],
  edits: Edits,
  context: Context,
  isOther: boolean,
  { wanted = 'DESIGN', storing = (xml) => xml }: ScriptOptions,
): string {
  const { say, name, after, running } = context
  const anew = differences.filter(({ how }) => how === 'new definition')
  const isRenamed = ({ path }: Difference) => pattern(path) === 'name'
  const lines = joined(edits.all).map((one) => context.edit(name, one))
  const ready = differences.filter(
    (one) => one.how !== 'new definition' && !isRenamed(one) && !edits.differences.has(one),
  )
  const renaming = differences.filter((one) => one.how !== 'new definition' && isRenamed(one))
  const waits = differences.some(({ how }) => how !== 'live')
  const newName = after.name ?? name
  const blocks: string[] = []
  const definition = commandWithXml(
    say('define', '/dev/stdin'),
    storing(renderXmlText(definitionWith(anew, context))),
  )
  const off = [
    '# When it suits: what is left is in force once the VM was off.',
    say('shutdown', name),
    `until [ "$(${say('domstate', name)})" = 'shut off' ]; do sleep 1; done`,
  ].join('\n')
  if (anew.length > 0 && !isOther)
    blocks.push(`# ${anew.length === 1 ? 'What has' : 'All that has'} no command of its own.\n${definition}`)
  if (lines.length > 0)
    blocks.push(['# What virsh has no command for. virt-xml comes with virtinst.', ...lines].join('\n'))
  const block = ({ part, words, commands }: Difference) =>
    [`# ${comment(`${part}: ${words}`)}`, ...commands].join('\n')
  blocks.push(...ready.filter(({ commands }) => commands.length > 0).map(block))
  if (running && waits) blocks.push(off)
  if (isOther)
    blocks.push(
      `# Another UUID: another VM.\n${say('undefine', name, '--keep-nvram', '--keep-tpm')}\n${definition}`,
    )
  blocks.push(...renaming.map(block))
  if (running && waits) blocks.push(say('start', newName))
  blocks.push(
    `# Nothing is printed when they are equal.\n${say('dumpxml', newName, ...(running ? [] : ['--inactive']))} | ${compareAgain(wanted)}`,
  )
  return `${blocks.join('\n\n')}\n`
}
