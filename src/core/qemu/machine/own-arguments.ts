/** What the author hands to QEMU beside libvirt. libvirt manual, drvqemu, Pass-through of arbitrary QEMU commands. */
import { type Domain, domain as domainShape } from '../../domain/index.ts'
import { readXmlChildren, variableName } from '../../table/index.ts'
import { parseXmlFragment } from '../../xml/index.ts'
import { type Build, leftOut, report } from '../build/index.ts'
import { type Decisions, quiet, writtenIn } from '../decisions/index.ts'
import { emit, emitPairs } from '../writing/index.ts'

export const ownArgumentsDecisions: Decisions<Domain> = {
  ...writtenIn<Domain>()('qemu_arguments qemu_environment qemu_overrides qemu_deprecation'),
  qemu_capabilities: quiet('It changes what libvirt believes of QEMU.'),
  qemu_no_capabilities: quiet('It changes what libvirt believes of QEMU.'),
}

/** The words of `<qemu:commandline>`, at the end of the line as libvirt has them, and its environment. */
export function renderOwnArguments(build: Build): void {
  renderDeprecation(build)
  renderBlock(build, build.domain, [])
  for (const { xml } of build.domain.$rest?.children ?? [])
    if (xml.includes('qemu:commandline'))
      renderBlock(build, readXmlChildren(domainShape, parseXmlFragment(xml).elements, xml), ['$rest'])
}

function renderBlock(build: Build, block: Domain, prefix: readonly string[]): void {
  for (const [index, { name = '', value = '' }] of (block.qemu_environment ?? []).entries()) {
    const path = [...prefix, 'qemu_environment', index]
    // A name that begins with a dash would be an option of env(1), which can run programs.
    if (variableName.pattern?.test.test(name) === true) build.environment.push({ name, value, path })
    else
      report(
        build,
        'qemu.unsupported',
        [...path, 'name'],
        `${JSON.stringify(name)} is no name of a variable: it is left out. Letters, digits and _ make one.`,
        'error',
      )
  }
  const words = (block.qemu_arguments ?? []).map(({ value = '' }) => value)
  for (let index = 0; index < words.length; index += 1) {
    const path = [...prefix, 'qemu_arguments', index]
    const word = words[index] ?? ''
    const next = words[index + 1]
    if (!word.startsWith('-') || next === undefined || next.startsWith('-')) emit(build, word, path)
    else {
      emit(build, word, path, next)
      index += 1
    }
  }
}

/** `-compat` has the words of QEMU's QAPI, CompatPolicy. */
function renderDeprecation(build: Build): void {
  const { qemu_deprecation: behavior } = build.domain
  if (behavior === undefined || behavior === 'none') return
  const input = behavior === 'omit' ? undefined : behavior
  const pairs = { 'deprecated-output': 'hide', 'deprecated-input': input }
  emitPairs(build, '-compat', ['qemu_deprecation'], '', pairs)
}

/** A device that is not there has no properties. */
export function checkOwnProperties(build: Build): void {
  for (const [alias, { index }] of build.own)
    leftOut(build, ['qemu_overrides', index], `No device is called ${alias}: its properties are left out.`)
}
