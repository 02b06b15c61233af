/**
 * Has the page's HTML name what the first view is made of, beside the shell: what the shell would ask for itself, when it
 * has been read and run, comes along with it.
 */
import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite'

interface Part {
  /** The end of the file that is loaded lazily. */
  readonly module: string
  /** Where it is drawn at once; everywhere when left out. */
  readonly media?: string
}

const parts: readonly Part[] = [
  { module: '/src/app/panels/source/index.tsx' },
  // The screens of src/app/layout/screen.ts that have an output beside the form.
  { module: '/src/app/output/Output.tsx', media: '(min-width: 900px)' },
]

type Bundle = Rolldown.OutputBundle
type Chunk = Rolldown.OutputChunk

export function firstView(): Plugin {
  return {
    name: 'vmwright:first-view',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const named = new Set([...html.matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map(([, file]) => file))
        return parts.flatMap(({ module, media }) => {
          const files = filesOf(chunkWith(bundle, module), bundle).filter(
            // A style sheet for another screen would be fetched all the same, and be missed on the one that is without it.
            (file) => !named.has(file) && !(media !== undefined && file.endsWith('.css')),
          )
          for (const file of files) named.add(file)
          return files.map((file) => tagFor(file, media))
        })
      },
    },
  }
}

function chunkWith(bundle: Bundle, module: string): Chunk {
  const found = Object.values(bundle).find(
    (file): file is Chunk => file.type === 'chunk' && file.moduleIds.some((id) => id.endsWith(module)),
  )
  if (found === undefined) throw new Error(`no chunk has ${module}: see vite/first-view.ts`)
  return found
}

/** A chunk with all that it imports, and their style sheets. */
function filesOf(chunk: Chunk, bundle: Bundle, seen = new Set<string>()): readonly string[] {
  if (seen.has(chunk.fileName)) return []
  seen.add(chunk.fileName)
  const imported = chunk.imports.flatMap((file) => {
    const other = bundle[file]
    return other?.type === 'chunk' ? filesOf(other, bundle, seen) : []
  })
  return [...new Set([...imported, chunk.fileName, ...(chunk.viteMetadata?.importedCss ?? [])])]
}

function tagFor(file: string, media: string | undefined): HtmlTagDescriptor {
  const rel = file.endsWith('.css') ? 'stylesheet' : 'modulepreload'
  const attrs = { rel, crossorigin: true, href: `./${file}`, ...(media !== undefined && { media }) }
  return { tag: 'link', attrs, injectTo: 'head' }
}
