/** A configuration for provider 0.9, which has a field for nearly all that libvirt has. */
import { type Domain, domain as elements } from '../../domain/index.ts'
import type { Path } from '../../finding.ts'
import type { Resolved } from '../../resolve/index.ts'
import { elementTree, type TreeText } from '../../table/index.ts'
import { hclName } from '../../text/index.ts'
import { designPlace } from '../design-place.ts'
import { domainValue } from './domain-value.ts'
import { field, hclHostPath, literal } from './expression.ts'
import { type HclBlock, writeHcl } from './hcl.ts'
import { isBelowHome } from './host-path.ts'
import { keptDomain } from './kept-domain.ts'
import type { ForProvider } from './provider.ts'
import { domain as words } from './tables/domain.ts'
import { lackOf, lackOfKept } from './unsaid.ts'
import { volumeBlock } from './volume-block.ts'
import type { Volume } from './volumes.ts'

export function byFields(resolved: Resolved, volumes: readonly Volume[]): ForProvider {
  const placeOf = designPlace(resolved)
  const kept = keptDomain(resolved.domain)
  const { block, unsaid } = domainBlock(resolved, kept.domain, volumes)
  const { text, lines } = writeHcl([block])
  return {
    version: '~> 0.9.5',
    blocks: volumes.flatMap(({ wishes, cloudInit }) => [
      ...(cloudInit === undefined ? [] : [cloudInit]),
      ...wishes.map((wish) => volumeBlock(resolved.design.name, wish)),
    ]),
    block,
    domain: { text, lines: lines.map((path) => (path === autostartPath ? path : placeOf(path))) },
    files: [],
    lacks: [
      ...kept.left.map((one) => lackOfKept(one, placeOf)),
      ...unsaid.map((one) => lackOf(one, placeOf)),
    ],
  }
}

/** A place of the design in the midst of those of the Domain, known by being this very list. */
const autostartPath: Path = ['autostart']

function domainBlock(resolved: Resolved, domain: Domain, volumes: readonly Volume[]) {
  const { design } = resolved
  const byFile = new Map(volumes.map(({ file, resource }) => [file, `${resource}.path`]))
  const expressionOf = (text: TreeText): string | undefined => {
    const made = text.path.at(-1) === 'file' ? byFile.get(text.text) : undefined
    return made ?? (isBelowHome(text) ? hclHostPath(text.text) : undefined)
  }
  const { fields, unsaid } = domainValue(elementTree('domain', elements, domain), words, expressionOf)
  const starts = design.spec.autostart === true ? [field('autostart', literal('true', autostartPath))] : []
  const block: HclBlock = {
    head: `resource "libvirt_domain" "${hclName(design.name)}"`,
    body: [...fields, field('running', literal('true', [])), ...starts],
    path: [],
  }
  return { block, unsaid }
}
