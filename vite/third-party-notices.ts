/**
 * The licences of what is bundled, as those licences ask: one file beside each bundle, made of the packages whose modules
 * are really in it.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'vite'

export const noticesFile = 'THIRD-PARTY-NOTICES.txt'

interface Package {
  readonly name: string
  readonly version: string
  readonly licence: string
  readonly texts: readonly string[]
}

/** Licence texts that a package names in its package.json and leaves out of what it ships. */
const textsLeftOut = path.join(import.meta.dirname, 'licences')

/**
 * Notes the modules of each bundle and writes the notices beside it.
 *
 * @returns `notices` for the page and each environment; `ofWorkers` for the workers, which are bundles of their own and
 *   whose packages are among those of the page
 */
export function thirdPartyNotices(root: string): {
  readonly notices: Plugin
  readonly ofWorkers: () => Plugin
} {
  const ofWorkers = new Set<string>()
  return {
    ofWorkers: () => ({
      name: 'vmwright:third-party-notices-of-workers',
      generateBundle(_, bundle) {
        for (const id of modulesOf(bundle)) ofWorkers.add(id)
      },
    }),
    notices: {
      name: 'vmwright:third-party-notices',
      apply: 'build',
      generateBundle(_, bundle) {
        const isPage = this.environment.name === 'client'
        const packages = packagesOf([...modulesOf(bundle), ...(isPage ? ofWorkers : [])])
        this.emitFile({ type: 'asset', fileName: noticesFile, source: noticesText(packages) })
        this.emitFile({
          type: 'asset',
          fileName: 'LICENSE.txt',
          source: readFileSync(path.join(root, 'LICENSE'), 'utf8'),
        })
      },
    },
  }
}

type Bundle = Readonly<Record<string, { readonly type: string; readonly moduleIds?: readonly string[] }>>

function modulesOf(bundle: Bundle): readonly string[] {
  return Object.values(bundle).flatMap(({ moduleIds = [] }) => moduleIds)
}

/** The packages that modules are from, by name; each version once. */
function packagesOf(modules: readonly string[]): readonly Package[] {
  const folders = new Set(modules.flatMap((id) => packageFolder(id) ?? []))
  const packages = new Map([...folders].map(readPackage).map((one) => [`${one.name} ${one.version}`, one]))
  return [...packages.values()].sort((one, other) => (one.name < other.name ? -1 : 1))
}

/** The folder of the package that a module is in; undefined for one of our own. */
function packageFolder(id: string): string | undefined {
  const file = id.replace(/^\0/, '').replace(/[?#].*$/, '')
  return /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(file)?.[1]
}

function readPackage(folder: string): Package {
  const held: unknown = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  const said = (key: string): string => {
    const value: unknown = typeof held === 'object' && held !== null ? Reflect.get(held, key) : undefined
    if (typeof value !== 'string') throw new Error(`${folder}/package.json says no ${key}`)
    return value
  }
  const name = said('name')
  const own = readdirSync(folder)
    .filter((file) => /^(?:licen[cs]e|copying|notice|third-?party-?notices)\b/i.test(file))
    .sort()
    .map((file) => path.join(folder, file))
  const leftOut = path.join(textsLeftOut, `${name.replace('/', '-')}.txt`)
  const files = own.length > 0 ? own : existsSync(leftOut) ? [leftOut] : []
  if (files.length === 0)
    throw new Error(`${name} ships no licence text: put that of its repository into ${leftOut}`)
  return {
    name,
    version: said('version'),
    licence: said('license'),
    texts: files.map((file) => readFileSync(file, 'utf8').trim()),
  }
}

const rule = '-'.repeat(80)

function noticesText(packages: readonly Package[]): string {
  const head = [
    'vmwright is made with the packages below. Each is under its own licence, which follows it.',
    '',
    ...packages.map(({ name, version, licence }) => `  ${name} ${version} (${licence})`),
  ]
  const parts = packages.map(({ name, version, texts }) =>
    [rule, `${name} ${version}`, rule, '', texts.join('\n\n')].join('\n'),
  )
  return `${[head.join('\n'), ...parts].join('\n\n')}\n`
}
