/** What the programs are made of: locked, listed for machines and told to people with its licences. Makes no packages. */
package io.lamplink.installer.supply;
