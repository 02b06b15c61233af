import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { followKeys } from './actions/index.ts'
import { followDropsAndPastes } from './open/index.ts'
import { keepWork, restoreWork } from './persist.ts'
import { keepHost, restoreHost } from './persist-host.ts'
import { followDocument } from './render/index.ts'
import { followLinks, receiveLink } from './share/index.ts'
import { vmDocument } from './store.ts'
import { followDrafts } from './texts/index.ts'
import { announce, applyTheme } from './ui/index.ts'
import './styles/tokens.css'
import './styles/base.css'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no element with the id root')

applyTheme()
followDocument()
const isRestored = restoreWork(vmDocument)
keepWork(vmDocument)
const isHostRestored = restoreHost(vmDocument)
keepHost(vmDocument)
followDrafts()
followKeys()
followDropsAndPastes()
followLinks()
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
void receiveLink()
if (!isRestored) announce('The saved work is of another version; it was kept aside and a new VM was started')
else if (!isHostRestored) announce('What was known about the host is of another version; it was kept aside')
