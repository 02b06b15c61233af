/** From a design to a configuration. */
import { type Domain, domain as elements } from '../../domain/index.ts'
import type { Path } from '../../finding.ts'
import { forLibvirt } from '../../lift/index.ts'
import { type Resolved, resolve } from '../../resolve/index.ts'
import { elementTree, shapeAt, type TreeText } from '../../table/index.ts'
import { hclName, ownValue } from '../../text/index.ts'
import { designPlace } from '../design-place.ts'
import type { TargetJob, Written } from '../target.ts'
import { lacksBeside, secretFindings } from './beside.ts'
import { domainValue } from './domain-value.ts'
import { field, hclHostPath, literal } from './expression.ts'
import { type HclBlock, type HclText, writeHcl } from './hcl.ts'
import { head } from './head.ts'
import { keptDomain } from './kept-domain.ts'
import type { options } from './options.ts'
import { answersOf, seedOf } from './seed.ts'
import { domain as words } from './tables/domain.ts'
import { lackOf, lackOfKept } from './unsaid.ts'
import { type Volume, volumesOf } from './volumes.ts'

export function writeTerraform(job: TargetJob<typeof options>): Written {
  const { design } = job
  const { resolved, volumes, block, seed, answers, placeOf, ...made } = configurationOf(job)
  const around = writeHcl([...head(resolved, volumes.length > 0), ...volumes.flatMap(({ blocks }) => blocks)])
  const domain = writeHcl([block])
  const lines = domain.lines.map((path) => (path === autostartPath ? path : placeOf(path)))
  const { text, lines: all } = joined(around, { text: domain.text, lines })
  return {
    files: [
      { name: 'main.tf', about: 'all resources', language: 'hcl', text, lines: all },
      ...seed.files,
      ...answers.files,
    ],
    lacks: made.lacks,
    findings: [
      ...resolved.findings,
      ...seed.findings,
      ...answers.findings,
      ...secretFindings(design, seed.isInState),
    ],
  }
}

/** The resources of one VM, before they are text. */
export function configurationOf({ design, host, choices }: TargetJob<typeof options>) {
  const resolved = resolve(forLibvirt(design), host, 'libvirt')
  const placeOf = designPlace(resolved)
  const disks = volumesOf(resolved)
  const seed = seedOf(resolved, host, choices.seed === 'provider')
  const answers = answersOf(resolved)
  const volumes = [...disks.volumes, ...seed.volumes, ...answers.volumes]
  const kept = keptDomain(resolved.domain)
  const { block, unsaid } = domainBlock(resolved, kept.domain, volumes)
  const lacks = [
    ...lacksBeside(design),
    ...disks.lacks,
    ...seed.lacks,
    ...answers.lacks,
    ...kept.left.map((one) => lackOfKept(one, placeOf)),
    ...unsaid.map((one) => lackOf(one, placeOf)),
  ]
  return { resolved, placeOf, seed, answers, volumes, block, lacks }
}

function joined(first: HclText, second: HclText): HclText {
  return { text: `${first.text}\n${second.text}`, lines: [...first.lines, [], ...second.lines] }
}

/** A place of the design in the midst of those of the Domain, known by being this very list. */
const autostartPath: Path = ['autostart']

function domainBlock(resolved: Resolved, domain: Domain, volumes: readonly Volume[]) {
  const { design } = resolved
  const byFile = new Map(volumes.map(({ file, expression }) => [file, expression]))
  const expressionOf = ({ text, path }: TreeText): string | undefined => {
    if (path.at(-1) === 'file') return byFile.get(text) ?? (isHome(text) ? hclHostPath(text) : undefined)
    return isHome(text) && isHostPath(path) ? hclHostPath(text) : undefined
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

function isHome(text: string): boolean {
  return text.startsWith('~/')
}

/** Whether a place of the Domain is for a path of the host. */
function isHostPath(path: Path): boolean {
  const key = path.at(-1)
  const shape = shapeAt(elements, path.slice(0, -1))
  if (typeof key !== 'string' || shape === undefined) return false
  const found = ownValue(shape, key)
  return found !== undefined && 'scalar' in found && found.scalar.isHostPath === true
}
