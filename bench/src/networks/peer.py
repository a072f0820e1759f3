# The same work in igraph or NetworKit: reads "from to weight", prints the seconds of the processor.
import sys
import time

import igraph

path, work, nodes, sources = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]
rows = [tuple(map(int, line.split())) for line in open(path)]
graph = igraph.Graph(n=nodes, edges=[row[:2] for row in rows])
weight = [row[2] for row in rows]
group = [int(line) for line in open(path + ".groups")]
length = [1 / one for one in weight]
# Exact betweenness of a large network from one node in ten, and ten times that: it is a sum over nodes.
some = list(range(0, nodes, 10)) if nodes > 5000 and sources == "some" else None
times = 10 if some else 1
if work in ("drawn", "betweenness too"):
    import networkit

    networkit.setNumberOfThreads(1)
    other = networkit.Graph(nodes)
    for one in rows:
        other.addEdge(*one[:2])
begin = time.process_time()
if work == "drawn":
    networkit.centrality.KadabraBetweenness(other, 0.01, 0.1).run()
elif work == "betweenness too":
    networkit.centrality.Betweenness(other).run()
elif work == "assortativity":
    graph.assortativity_nominal(group, directed=False)
elif work == "constraint":
    graph.constraint(weights=weight)
elif work == "articulation":
    graph.articulation_points()
elif work == "betweenness":
    graph.betweenness(sources=some) if some else graph.betweenness()
elif work == "weighted":
    graph.betweenness(weights=length, sources=some) if some else graph.betweenness(weights=length)
elif work == "leiden":
    found = graph.community_leiden(objective_function="modularity", weights=weight, n_iterations=-1)
spent = time.process_time() - begin
print(spent * (times if work in ("betweenness", "weighted") else 1))
if work == "leiden":
    print(graph.modularity(found, weights=weight))
