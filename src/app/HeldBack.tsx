import { takeStoredYaml } from './output/index.ts'
import { type Held, heldText, release } from './render/index.ts'
import { startingDesign } from './starting-design.ts'
import { useVmDocument, vmDocument } from './store.ts'
import { Button, CopyButton } from './ui/index.ts'
import { LiveRegion } from './ui/LiveRegion.tsx'
import { t } from './words/index.ts'
import './held-back.css'

/** More of a text than this is not read on a page. */
const mostShown = 200_000

/** In place of the page: a design that it does not draw by itself. Nothing is made of it but its name and its text. */
export function HeldBack({ held }: { readonly held: Held }) {
  const { name } = held.design
  const specDocument = useVmDocument((state) => state.specDocument)
  const text = heldText({ design: held.design, specDocument })
  const startAnew = () => vmDocument.replace(startingDesign, t`start a new VM`)
  return (
    <main className="held-back">
      <h1>{t`${name} is not drawn`}</h1>
      <p>{t`${held.why} The design is safe: this is its text. Take it away or look for what is wrong, or draw it all the same.`}</p>
      <div className="held-back__actions">
        <Button tone="primary" onPress={release}>{t`Render anyway`}</Button>
        <Button icon="download" onPress={takeStoredYaml}>
          {t`Download ${name}.yml`}
        </Button>
        <CopyButton text={text} what={t`${name}.yml`} tone="plain">{t`Copy`}</CopyButton>
        <Button tone="quiet" icon="plus" onPress={startAnew}>{t`New VM; undo brings this one back`}</Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling text is reached by keyboard */}
      <section className="held-back__text" tabIndex={0} aria-label={t`${name}.yml`}>
        <pre>{text.length > mostShown ? `${text.slice(0, mostShown)}\n…` : text}</pre>
      </section>
      <LiveRegion />
    </main>
  )
}
