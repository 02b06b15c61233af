import { StrictMode, startTransition } from 'react'
import { App } from './App.tsx'
import { followKeys } from './actions/index.ts'
import { followAddress } from './address.ts'
import { createRoot } from './base.ts'
import { followDesigns } from './designs/follow.ts'
import { Boundary, followFailedStyles, whenQuiet } from './load/index.ts'
import { followDropsAndPastes, followLaunches } from './open/index.ts'
import { keepWork, restoreWork } from './persist.ts'
import { keepHost, restoreHost } from './persist-host.ts'
import { followDocument, holdBack } from './render/index.ts'
import { followLinks, receiveLink } from './share/index.ts'
import { vmDocument } from './store.ts'
import { followDrafts } from './texts/index.ts'
import { applyTheme } from './ui/index.ts'
import { language, t } from './words/index.ts'
import './styles/tokens.css'
import './styles/contrast.css'
import './styles/base.css'
import './styles/forced-colours.css'

/** No await outside of a function: what is loaded meanwhile waits for this module itself. */
async function start(): Promise<void> {
  const root = document.getElementById('root')
  if (root === null) throw new Error('index.html has no element with the id root')
  applyTheme()
  document.documentElement.lang = language
  followFailedStyles()
  keepWork(vmDocument, await restoreWork(vmDocument))
  followAddress()
  followDesigns(vmDocument)
  restoreHost(vmDocument)
  keepHost(vmDocument)
  holdBack()
  followDocument()
  followDrafts()
  followKeys()
  followDropsAndPastes()
  followLinks()
  // As a transition it is drawn a few milliseconds at a time: the browser answers in between.
  startTransition(() =>
    createRoot(root).render(
      <StrictMode>
        <Boundary what={t`The page`}>
          <App />
        </Boundary>
      </StrictMode>,
    ),
  )
  await receiveLink()
  followLaunches()
  // Not on the development server, whose files are of the moment.
  if (import.meta.env.PROD)
    whenQuiet(() => {
      // Without it the page works as before, and tries again when it is opened next.
      import('./offline/follow-versions.ts')
        .then((offline) => offline.followVersions())
        .catch(() => undefined)
    })
}

// A task of its own, after that which reads the modules.
setTimeout(() => void start())
