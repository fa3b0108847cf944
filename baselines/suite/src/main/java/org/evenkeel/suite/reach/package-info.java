/**
 * The proof that two sides run the same code. Where every byte that can influence a benchmark is the same on both sides,
 * nothing can have changed, and no clock has to say so.
 *
 * <p><b>What is followed.</b> From the hot path, our harness, the stubs that JMH generates and the main class of its
 * forks: every class that a class file names anywhere, which is its whole constant pool, so calls, types, descriptors,
 * signatures, annotations, lambdas, nest mates, super types, permitted subclasses, record components. Every text in it
 * that is the name of a class or of a resource, in whole or up to where the rest is computed. The package of a class
 * that is reached followed by a word that is reached ({@code getPackageName() + ".Helper"}), and its name followed by one
 * ({@code getName() + "Impl"}). Providers of a service that is named, and of a service of the JDK whose module is used.
 * Names in resources that are reached. Versions for newer JVMs of a class that is reached. The JDK itself is not
 * followed: both sides run on the same one.
 *
 * <p><b>Names that are not written in the code.</b> A look-up by such a name, in the code that is measured or our own,
 * counts everything in and below each package of that code which is reached: a computed name has its package from a
 * text (followed up to there), from a class that is reached, or from outside. In a library it counts the whole library,
 * which is told by the first two or three parts of its packages, since jars are often packed into one. A library learns
 * names of its user only from texts, classes and resources, and these are followed.
 *
 * <p><b>Other hot paths.</b> All of them are made, and asked for their names, to find the one that is measured. Of the
 * others only what then runs counts, see {@link org.evenkeel.suite.reach.LookUp}; otherwise one edit would
 * change all.
 *
 * <p><b>What is not seen.</b> Names that come from outside the class path: files, the network, settings of the machine,
 * and the command line, beyond those that the rule about computed names counts anyway. A class that is taken out of a
 * package name cut short at run time. What a program reads of its own build (manifest beyond what it tells the JVM, the
 * records of build tools in {@code META-INF}). The bytes of a class file that the code reads to look at them, as far as
 * they are debug information. And that the jar as a whole is another: its size, the order of its entries.
 */
@NullMarked
package org.evenkeel.suite.reach;

import org.jspecify.annotations.NullMarked;
