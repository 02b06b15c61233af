/** From a design to a configuration. */
import { forLibvirt } from '../../lift/index.ts'
import { resolve } from '../../resolve/index.ts'
import type { TargetJob, Written } from '../target.ts'
import { lacksBeside, secretFindings } from './beside.ts'
import { byFields } from './by-fields.ts'
import { byStylesheet } from './by-stylesheet.ts'
import { type HclText, writeHcl } from './hcl.ts'
import { head } from './head.ts'
import type { options } from './options.ts'
import { answersOf, seedOf } from './seed.ts'
import { volumesOf } from './volumes.ts'

export function writeTerraform(job: TargetJob<typeof options>): Written {
  const { design } = job
  const { resolved, disks, seed, answers, hasVolumes, made } = configurationOf(job)
  const { version, blocks, domain, files, lacks } = made
  const around = writeHcl([...head(resolved, version, hasVolumes), ...blocks])
  const { text, lines } = joined(around, domain)
  return {
    files: [
      { name: 'main.tf', about: 'all resources', language: 'hcl', text, lines },
      ...files,
      ...seed.files,
      ...answers.files,
    ],
    lacks: [...lacksBeside(design), ...disks.lacks, ...seed.lacks, ...answers.lacks, ...lacks],
    findings: [
      ...resolved.findings,
      ...seed.findings,
      ...answers.findings,
      ...secretFindings(design, seed.isInState),
    ],
  }
}

/** What one VM is made of, before it is text. */
export function configurationOf({ design, host, choices }: TargetJob<typeof options>) {
  const resolved = resolve(forLibvirt(design), host, 'libvirt')
  const disks = volumesOf(resolved)
  const seed = seedOf(resolved, host, choices.seed === 'provider')
  const answers = answersOf(resolved)
  const volumes = [...disks.volumes, ...seed.volumes, ...answers.volumes]
  const made = providers[choices.provider](resolved, volumes)
  return { resolved, disks, seed, answers, made, hasVolumes: volumes.length > 0 }
}

const providers = { '0.9': byFields, '0.8': byStylesheet }

function joined(first: HclText, second: HclText): HclText {
  return { text: `${first.text}\n${second.text}`, lines: [...first.lines, [], ...second.lines] }
}
