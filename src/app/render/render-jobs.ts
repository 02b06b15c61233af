/**
 * What is made of a design. It brings along nearly all of core, and a design may come from anyone: so it is only done in
 * the worker, under a time limit. Import this file there only.
 */
import { bundle, fileNameOf, zipBundle } from '../../core/bundle/index.ts'
import { definePaste, forumPost } from '../../core/copy-as/index.ts'
import { isSecret, linkLimits, sensitiveThings } from '../../core/link/index.ts'
import { layoutOf, type Picture, pictureOf, renderPictureSvg, type Scene } from '../../core/picture/index.ts'
import { resolve, targetOf } from '../../core/resolve/index.ts'
import { seedImage } from '../../core/seed/index.ts'
import { encodeDesignLink } from '../../core/spec/index.ts'
import { withStoredSpec } from '../../core/stored-spec/index.ts'
import { utf8Decode } from '../../core/text/index.ts'
import { type StartVerdict, willItStart } from '../../core/verdict/index.ts'
import type { Design, HostFacts, SensitiveThing } from '../core.ts'
import type { DoJobs } from '../workers/index.ts'
import { renderAll } from './render-all.ts'
import type { Rendered } from './rendered-types.ts'
import { type SentRendering, sentOf } from './sent-rendering.ts'

interface ForHost {
  readonly design: Design
  readonly host: HostFacts | undefined
}

/** A bundle, and whether its domain holds the design. */
interface ForBundle extends ForHost {
  readonly storesSpec: boolean
}

interface ForRendering extends ForHost {
  /** Whether the command by hand is wanted, too. */
  readonly withByHand: boolean
}

/** All that it takes to run the VM. */
interface ZippedBundle {
  /** Of the folder in the zip, and of the zip without its ending. */
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly secrets: readonly SensitiveThing[]
}

/** A file of the bundle that a person can read. */
interface BundleText {
  readonly name: string
  readonly text: string
}

/** A design as one text to paste. */
interface ForPasting extends ForHost {
  readonly kind: 'define' | 'markdown'
  /** The address of the page, before the fragment that holds a design. */
  readonly page: string
  /** Whether the XML of the command holds the design. */
  readonly storesSpec: boolean
}

interface PastedText {
  readonly text: string
  readonly secrets: readonly SensitiveThing[]
}

/** The machine drawn. */
interface DrawnPicture {
  readonly picture: Picture
  readonly scene: Scene
}

interface ForPicture extends ForHost {
  /** Of the drawing, in px. */
  readonly width: number
}

export interface RenderJobs {
  readonly render: { readonly ask: ForRendering; readonly answer: SentRendering }
  readonly bundle: { readonly ask: ForBundle; readonly answer: ZippedBundle }
  readonly copyAs: { readonly ask: ForPasting; readonly answer: PastedText }
  readonly willItStart: { readonly ask: ForHost; readonly answer: readonly StartVerdict[] }
  readonly picture: { readonly ask: ForPicture; readonly answer: DrawnPicture }
  readonly pictureSvg: { readonly ask: ForHost; readonly answer: string }
  /** The files of the bundle as texts, to be read before they are downloaded. */
  readonly bundleFiles: { readonly ask: ForBundle; readonly answer: readonly BundleText[] }
  /** The disk with these files that cloud-init looks for. */
  readonly seed: {
    readonly ask: { readonly files: Rendered['cloudInit'] }
    readonly answer: Uint8Array<ArrayBuffer>
  }
}

/** What was sent last. */
let last: Rendered | undefined

export const renderJobs: DoJobs<RenderJobs> = {
  render: ({ design, host, withByHand }) => {
    const rendered = renderAll(design, host, withByHand)
    const sent = sentOf(rendered, last)
    last = rendered
    return sent
  },
  bundle: ({ design, host, storesSpec }) => {
    const name = fileNameOf(design.name)
    return {
      name,
      bytes: zipBundle(bundle(design, host, { storesSpec }).files, name),
      secrets: sensitiveThings(design).filter(isSecret),
    }
  },
  bundleFiles: ({ design, host, storesSpec }) =>
    bundle(design, host, { storesSpec }).files.flatMap(({ name, bytes }) => {
      // The seed is a disk and no text.
      const text = utf8Decode(bytes)
      return text === undefined ? [] : [{ name, text }]
    }),
  copyAs: ({ kind, design, host, page, storesSpec }) => {
    const { xml, resolved, everyFinding: findings } = renderAll(design, host)
    const secrets = sensitiveThings(design).filter(isSecret)
    if (kind === 'define') {
      const text = storesSpec ? withStoredSpec(xml.text, design).text : xml.text
      return { text: definePaste(text, `qemu:///${resolved.host.connection ?? 'session'}`), secrets }
    }
    const fragment = `#${encodeDesignLink(design)}`
    const link = fragment.length > linkLimits.characters ? undefined : `${page}${fragment}`
    return { text: forumPost({ design, host, xml: xml.text, findings, link }), secrets }
  },
  willItStart: ({ design, host }) => willItStart(design, host),
  picture: ({ design, host, width }) => {
    const picture = pictureOfDesign({ design, host })
    return { picture, scene: layoutOf(picture, width) }
  },
  pictureSvg: (ask) => renderPictureSvg(pictureOfDesign(ask)),
  seed: ({ files }) => {
    const encoder = new TextEncoder()
    return seedImage(files.map(({ name, text }) => ({ name, bytes: encoder.encode(text) })))
  },
}

function pictureOfDesign({ design, host }: ForHost): Picture {
  return pictureOf(resolve(design, host, targetOf(design)), host)
}
