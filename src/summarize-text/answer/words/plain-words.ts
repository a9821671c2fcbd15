const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Words that join others: none of them tells what a question is about. */
export const joiningWords = setOf(`
a about above after again against all also although am an and another any anyone anything are aren around as at away
be because been before behind being below between both but by can cannot could couldn d did didn do does doesn doing don done
down during each either else ever every few for from further get gets got had hadn has hasn have haven having he her here
hers herself him himself his how however i if in into is isn it its itself just ll m many may me might more most much
must my myself near neither no nor not now of off often on once one only onto or other others our ours ourselves out over own
per please re s shall she should shouldn since so some somebody someone something such t than that the their theirs them
themselves then there therefore these they this those though through to too toward towards under until unto up upon us
ve very via was wasn we were weren what whatever when whenever where whether which while who whoever whom whose why will with
within without won would wouldn yet you your yours yourself`);

/** Words with which questions are asked more often than articles answer with them. */
export const askingWords = setOf(`
actually according article become became call called cause caused certain come consider considered day describe described
different does example exactly find found former give given go going happen happened happening happens include included
instead kind know known last like made main major make makes mean means mention mentioned name named names new next number
occur occurred originally part people percentage person place point possible primary purpose reason refer referred related
result said say says several sort specific state stated story take takes taken talk tell term terms text thing things think
think time took topic total try trying type types typically use used uses usually want wants way ways went word words work
year years`);

/** Verbs that stand before or behind the subject of a question and say nothing. */
export const helpingVerbs = setOf(`
am is are was were be been being do does did has have had can could will would shall should may might must`);
