import { namesOfSet } from '../../core/set/index.ts'
import type { DialogState } from '../dialogs.ts'
import { closeDialog } from '../dialogs.ts'
import { useVmDocument } from '../store.ts'
import { Dialog } from '../ui/index.ts'
import { language, t } from '../words/index.ts'
import { tooLongFor } from './carriers.ts'
import { mostQrBytes, qrOf } from './qr.ts'
import { copyLink } from './share.ts'
import { Things } from './Things.tsx'
import './share-dialog.css'

type Share = Extract<DialogState, { kind: 'share' }>

const count = (number: number) => number.toLocaleString(language)

/** What the link is, how long it is, what is in it and what is not, before it is copied. */
export function ShareDialog({ state: { link, things } }: { readonly state: Share }) {
  const name = useVmDocument((document) => document.design.name)
  const table = useVmDocument((document) => document.table)
  const leftOut = useLeftOut()
  const cutBy = tooLongFor(link.length)
  const whose = cutBy.map((one) => `${one.name} (${count(one.characters)})`).join(t` and of `)
  return (
    <Dialog
      title={t`Share ${name}`}
      open
      onClose={closeDialog}
      actions={[
        {
          label: t`Copy the link`,
          tone: 'primary',
          onPress: () => {
            closeDialog()
            void copyLink(link)
          },
        },
      ]}
    >
      <p>
        {table === undefined
          ? t`The whole design is in the link, of ${count(link.length)} characters. No server sees it; whoever gets the link can read all of it.`
          : t`The whole design and its table of ${namesOfSet(table).length} VMs are in the link, of ${count(link.length)} characters. No server sees it; whoever gets the link can read all of it.`}
      </p>
      {cutBy.length > 0 && (
        <p className="share__note">
          {t`Too long for one message of ${whose}: it would be cut or refused. Send it by mail, or download the YAML and send that.`}
        </p>
      )}
      {things.length > 0 && (
        <>
          <p>{t`These are in it:`}</p>
          <Things things={things} />
        </>
      )}
      <p>{t`Not in it: ${leftOut.join('; ')}.`}</p>
      <Code link={link} />
    </Dialog>
  )
}

/** What stays here, each named. */
function useLeftOut(): readonly string[] {
  const sources = useVmDocument(({ hostSources }) => hostSources)
  const hasTyped = useVmDocument(({ hostTyped }) => hostTyped !== undefined)
  const hasYaml = useVmDocument(({ specDocument }) => specDocument !== undefined)
  const hasXml = useVmDocument(({ xmlDocument }) => xmlDocument !== undefined)
  const ofHost = [...sources.map(({ title }) => title), ...(hasTyped ? [t`what you typed`] : [])]
  return [
    ofHost.length === 0 ? t`anything about the host` : t`what is known of the host (${ofHost.join(', ')})`,
    ...(hasYaml ? [t`the comments of your YAML`] : []),
    ...(hasXml ? [t`the comments and the order of your XML`] : []),
    t`what undo holds`,
  ]
}

function Code({ link }: { readonly link: string }) {
  const code = qrOf(link)
  if (code === undefined)
    return (
      <p className="share__note">{t`It is too long for a QR code, which holds ${count(mostQrBytes)} characters.`}</p>
    )
  return (
    <svg
      className="share__code"
      role="img"
      aria-label={t`The link as a QR code`}
      viewBox={`0 0 ${code.side} ${code.side}`}
      shapeRendering="crispEdges"
    >
      <rect width={code.side} height={code.side} fill="#fff" />
      <path d={code.path} fill="#000" />
    </svg>
  )
}
